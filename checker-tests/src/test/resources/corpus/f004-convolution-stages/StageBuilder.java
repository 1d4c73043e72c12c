package org.audiolab.convolve;

/** Builds the stages of a filter; another class decides on which threads they run. */
class StageBuilder {
  private final float[] signal;
  private final float[] tap;
  private float peak;
  private int clipped;

  StageBuilder(float[] signal, float[] tap) {
    this.signal = signal.clone();
    this.tap = tap;
  }

  /** One stage per block of the signal, each on its own samples. */
  Runnable[] gainStages(int blocks, float gain) {
    Runnable[] stages = new Runnable[blocks];
    int width = signal.length / blocks;
    for (int b = 0; b < blocks; b++) {
      int from = b * width;
      stages[b] =
          () -> {
            for (int i = from; i < from + width; i++) {
              signal[i] *= gain;
            }
          };
    }
    return stages;
  }

  /** One stage per tap, and every stage adds to the whole signal. */
  Runnable[] echoStages() {
    Runnable[] stages = new Runnable[tap.length];
    for (int t = 0; t < tap.length; t++) {
      int delay = t;
      stages[t] =
          () -> {
            for (int i = signal.length - 1; i >= delay; i--) {
              signal[i] += signal[i - delay] * tap[delay]; // RACE rmw
            }
          };
    }
    return stages;
  }

  Runnable[] meterStages(int channels) {
    Runnable[] stages = new Runnable[channels];
    for (int c = 0; c < channels; c++) {
      int channel = c;
      stages[c] =
          () -> {
            for (int i = channel; i < signal.length; i += channels) {
              meter(Math.abs(signal[i]));
            }
          };
    }
    return stages;
  }

  private void meter(float level) {
    peak = level > peak ? level : peak; // RACE rmw
    if (level > 1f) {
      clipped++; // RACE rmw
    }
  }

  String levels() {
    return peak + " peak, " + clipped + " clipped";
  }
}
