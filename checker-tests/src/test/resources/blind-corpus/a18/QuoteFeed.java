package com.tickstream.feed;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

/** Two markets are published on a pool; consumers come and go. */
public final class QuoteFeed implements AutoCloseable {
  public record Quote(String symbol, double bid, double ask) {}

  private final ExecutorService pool = Executors.newFixedThreadPool(6);
  private final SubmissionPublisher<Quote> us = new SubmissionPublisher<>(pool, 256);
  private final SubmissionPublisher<Quote> eu = new SubmissionPublisher<>(pool, 256);

  public void follow() {
    us.subscribe(new SpreadMonitor("us"));
    eu.subscribe(new SpreadMonitor("eu"));
    Arbitrage both = new Arbitrage();
    us.subscribe(both);
    eu.subscribe(both);
  }

  public void publish(boolean american, Quote q) {
    (american ? us : eu).submit(q);
  }

  @Override
  public void close() {
    us.close();
    eu.close();
    pool.shutdown();
  }

  /** One subscription, one market. */
  private static final class SpreadMonitor implements Flow.Subscriber<Quote> {
    private static int completed;
    private final String market;
    private final Map<String, Double> widest = new HashMap<>();
    private Flow.Subscription subscription;
    private long seen;

    SpreadMonitor(String market) {
      this.market = market;
    }

    @Override
    public void onSubscribe(Flow.Subscription s) {
      subscription = s;
      s.request(1);
    }

    @Override
    public void onNext(Quote q) {
      seen++;
      double spread = q.ask() - q.bid();
      Double old = widest.get(q.symbol());
      if (old == null || old < spread) {
        widest.put(q.symbol(), spread);
      }
      subscription.request(1);
    }

    @Override
    public void onError(Throwable t) {
      System.err.println(market + ": " + t + " after " + seen);
    }

    @Override
    public void onComplete() {
      completed++; // RACE rmw
      System.out.println(market + ": " + seen + " quotes, " + completed + " markets closed");
    }
  }

  /** Compares the markets with each other. */
  private static final class Arbitrage implements Flow.Subscriber<Quote> {
    private final Map<String, Quote> last = new HashMap<>();
    private int chances;
    private int quotes;

    @Override
    public void onSubscribe(Flow.Subscription s) {
      s.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Quote q) {
      quotes++; // RACE rmw
      synchronized (last) {
        Quote other = last.put(q.symbol(), q);
        if (other != null && other.bid() > q.ask()) {
          chances++;
        }
      }
    }

    @Override
    public void onError(Throwable t) {
      onComplete();
    }

    @Override
    public void onComplete() {
      synchronized (last) {
        System.out.println(quotes + " quotes, " + chances + " chances");
      }
    }
  }
}
