package audio.shellac.digitizer;

import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutorService;

/** Samples of a gramophone record. One thread fills a buffer, another one empties its twin. */
class SampleBuffer {
  private final short[] samples = new short[4096];
  private int used;

  boolean isFull() {
    return used == samples.length;
  }

  boolean isEmpty() {
    return used == 0;
  }

  void put(short sample) {
    samples[used++] = sample;
  }

  short take() {
    return samples[--used];
  }
}

class DigitizerPair {
  private final Exchanger<SampleBuffer> exchanger = new Exchanger<>();
  private long filled;
  private long emptied;
  private long clipped;

  private void fill() {
    SampleBuffer buffer = new SampleBuffer();
    try {
      for (int i = 0; i < 1_000_000; i++) {
        short sample = (short) (i * 31);
        buffer.put(sample);
        filled++;
        if (sample == Short.MAX_VALUE) {
          clipped++; // RACE rmw #1
        }
        if (buffer.isFull()) {
          buffer = exchanger.exchange(buffer);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void empty() {
    SampleBuffer buffer = new SampleBuffer();
    try {
      while (!Thread.interrupted()) {
        while (!buffer.isEmpty()) {
          if (buffer.take() == Short.MIN_VALUE) {
            clipped++; // RACE rmw #1
          }
          emptied++;
        }
        buffer = exchanger.exchange(buffer);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static DigitizerPair run(ExecutorService pool) {
    DigitizerPair pair = new DigitizerPair();
    pool.execute(pair::fill);
    pool.execute(pair::empty);
    return pair;
  }

  String text() {
    return filled + " " + emptied + " " + clipped;
  }
}
