package com.gavel;

import java.util.concurrent.atomic.AtomicReference;

/** A lot under the hammer. Bids come from the room, the phones and the web at once. */
public class Lot {
  public record Offer(String bidder, long amount) {}

  private final String title;
  private final AtomicReference<Offer> best = new AtomicReference<>(new Offer("reserve", 100));
  private volatile long proxyMax;
  private volatile String proxyBidder;
  private volatile int extensions;
  private volatile long closesAt;

  public Lot(String title, long closesAt) {
    this.title = title;
    this.closesAt = closesAt;
  }

  public boolean bid(String bidder, long amount) {
    Offer mine = new Offer(bidder, amount);
    Offer now;
    do {
      now = best.get();
      if (now.amount() >= amount) {
        return false;
      }
    } while (!best.compareAndSet(now, mine));
    return true;
  }

  /** The highest proxy is kept for later. */
  public void proxy(String bidder, long max) {
    if (max > proxyMax) { // RACE check-then-act #1
      proxyMax = max; // RACE check-then-act #1
      proxyBidder = bidder; // MAYBE
    }
  }

  /** A late bid prolongs the lot. */
  public void extend(long millis) {
    synchronized (this) {
      closesAt += millis;
      extensions++;
    }
  }

  public synchronized boolean shorten(long millis) {
    if (extensions == 0) {
      return false;
    }
    extensions--;
    closesAt -= millis;
    return true;
  }

  public String state() {
    return title + ": " + best.get() + ", proxy " + proxyBidder + ", until " + closesAt;
  }
}
