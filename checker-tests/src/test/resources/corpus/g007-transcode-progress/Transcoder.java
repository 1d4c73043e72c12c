package tv.streamlab.transcode;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

interface Encoder {
  boolean encodeNextFrame();
}

/** The transcoding thread is the only writer; volatile lets the others watch. */
class Transcoder extends Thread {
  private final Encoder encoder;
  private volatile int frames;
  private volatile double fps;

  Transcoder(Encoder encoder) {
    super("transcoder");
    this.encoder = encoder;
  }

  @Override
  public void run() {
    long start = System.nanoTime();
    while (encoder.encodeNextFrame()) {
      frames++;
      fps = frames * 1e9 / (System.nanoTime() - start);
    }
  }

  int frames() {
    return frames;
  }

  double fps() {
    return fps;
  }
}

/** Several encoders work on the segments of one film. */
class SegmentTranscoder {
  private static final AtomicIntegerFieldUpdater<SegmentTranscoder> DONE =
      AtomicIntegerFieldUpdater.newUpdater(SegmentTranscoder.class, "done");

  private final ExecutorService encoders;
  private volatile int done;
  private volatile long frames;
  private volatile long retries;

  SegmentTranscoder(ExecutorService encoders) {
    this.encoders = encoders;
  }

  void submit(Encoder segment) {
    encoders.execute(
        () -> {
          while (segment.encodeNextFrame()) {
            frames++; // RACE rmw
          }
          DONE.incrementAndGet(this);
        });
  }

  void resubmit(Encoder segment) {
    encoders.execute(
        () -> {
          synchronized (this) {
            retries = retries + 1;
          }
          segment.encodeNextFrame();
        });
  }

  String progress() {
    return done + " segments, " + frames + " frames, " + retries + " retries";
  }
}
