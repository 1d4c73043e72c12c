package audio.studio.record;

import java.util.concurrent.Exchanger;

/** Double buffering: the filler and the writer swap blocks. */
public final class SampleRecorder {
  static final class Block {
    final short[] samples = new short[4096];
    int length;
    long loudness;
  }

  private final Exchanger<Block> exchanger = new Exchanger<>();
  private final Line line;
  private volatile boolean recording = true;
  private long clipped;
  private int blocksOut;
  private int overruns;

  public SampleRecorder(Line line) {
    this.line = line;
  }

  public void begin() {
    new Thread(this::fill, "fill").start();
    new Thread(this::drain, "drain").start();
  }

  private void fill() {
    Block b = new Block();
    try {
      while (recording) {
        short s = line.next();
        b.samples[b.length++] = s;
        b.loudness += Math.abs(s);
        if (s == Short.MAX_VALUE) {
          clipped++;
        }
        if (b.length == b.samples.length) {
          b = exchanger.exchange(b);
          overruns++; // RACE rmw
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void drain() {
    Block b = new Block();
    try {
      while (recording) {
        b = exchanger.exchange(b);
        for (int i = 0; i < b.length; i++) {
          b.samples[i] = (short) (b.samples[i] / 2);
        }
        b.length = 0;
        b.loudness -= b.loudness;
        if (++blocksOut % 100 == 0) {
          overruns--; // RACE rmw
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public void stop() {
    recording = false;
  }

  public interface Line {
    short next();
  }
}
