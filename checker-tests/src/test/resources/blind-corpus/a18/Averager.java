package com.tickstream.feed;

import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

/** Publishes the mean of every ten values; a processor is used for one upstream. */
public final class Averager extends SubmissionPublisher<Double> implements Flow.Processor<Double, Double> {
  private Flow.Subscription upstream;
  private double sum;
  private int n;

  private Averager(Executor executor) {
    super(executor, 64);
  }

  public static Averager of(SubmissionPublisher<Double> source, Executor executor) {
    Averager a = new Averager(executor);
    source.subscribe(a);
    return a;
  }

  @Override
  public void onSubscribe(Flow.Subscription s) {
    if (upstream != null) {
      s.cancel();
      return;
    }
    upstream = s;
    s.request(10);
  }

  @Override
  public void onNext(Double v) {
    sum += v;
    if (++n == 10) {
      submit(sum / n);
      sum = 0;
      n = 0;
      upstream.request(10);
    }
  }

  @Override
  public void onError(Throwable t) {
    closeExceptionally(t);
  }

  @Override
  public void onComplete() {
    if (n > 0) {
      submit(sum / n);
    }
    close();
  }
}
