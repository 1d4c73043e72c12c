package com.aeolus.wind;

import java.util.concurrent.atomic.AtomicReference;

/** The same, exact: all figures are one immutable value. */
public class ExactStats {
  private static final class Figures {
    final double min;
    final double mean;
    final int n;

    Figures(double min, double mean, int n) {
      this.min = min;
      this.mean = mean;
      this.n = n;
    }

    Figures with(double v) {
      double m = mean;
      m += (v - m) / (n + 1);
      return new Figures(Math.min(min, v), m, n + 1);
    }
  }

  private final AtomicReference<Figures> figures = new AtomicReference<>(new Figures(Double.MAX_VALUE, 0, 0));
  private volatile double calm;
  private int gusts;

  public void add(double v) {
    figures.updateAndGet(f -> f.with(v));
    if (v > 20) {
      gust();
    } else {
      calm = v;
    }
  }

  private synchronized void gust() {
    gusts++;
  }

  public synchronized int gusts() {
    return gusts;
  }

  public double mean() {
    return figures.get().mean;
  }
}
