package farm;

import java.util.BitSet;

/** A scene with the frames done so far. */
class Scene {
  private final BitSet done = new BitSet();
  private final int width;
  private long checksum;
  private int slowest;

  Scene(int width) {
    this.width = width;
  }

  int width() {
    return width;
  }

  void done(int frame, int samples) {
    Object mutex = new Object();
    synchronized (mutex) {
      checksum += samples; // RACE wrong-lock
    }
    final BitSet set = done;
    synchronized (set) {
      done.set(frame);
      if (frame > slowest) {
        slowest = frame;
      }
    }
  }

  int missing(int frames) {
    synchronized (done) {
      return frames - done.cardinality();
    }
  }

  long checksum() {
    return checksum;
  }
}
