package com.aeolus.wind;

/** A mast's reader smooths on its own before it reports. */
public class Mast implements Runnable {
  private final WindStats stats;
  private final ExactStats exact;
  private final double[] samples;
  private double smooth;
  private int gaps;

  public Mast(WindStats stats, ExactStats exact, double[] samples) {
    this.stats = stats;
    this.exact = exact;
    this.samples = samples.clone();
  }

  @Override
  public void run() {
    for (double s : samples) {
      if (Double.isNaN(s)) {
        gaps++;
        continue;
      }
      smooth = smooth * 0.9 + s * 0.1;
      stats.add(smooth);
      exact.add(smooth);
    }
    if (gaps > samples.length / 2) {
      stats.add(0);
    }
  }
}
