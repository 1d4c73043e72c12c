package audio.studio.record;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;

/** Frames travel through stages; whoever holds a frame may change it. */
final class MixPipeline {
  private static final class Frame {
    int gain;
    int stage;
    final List<String> trace = new ArrayList<>();
  }

  private final BlockingQueue<Frame> raw = new ArrayBlockingQueue<>(64);
  private final BlockingQueue<Frame> mixed = new SynchronousQueue<>();
  private final ConcurrentLinkedQueue<Frame> spare = new ConcurrentLinkedQueue<>();
  private final Frame master = new Frame();
  private int recycled;

  void start(ExecutorService stages) {
    for (int i = 0; i < 3; i++) {
      stages.execute(() -> {
        try {
          mix();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      });
    }
    stages.execute(this::deliver);
  }

  void capture(int gain) throws InterruptedException {
    Frame f = spare.poll();
    if (f == null) {
      f = new Frame();
    }
    f.gain += gain;
    f.stage++;
    raw.put(f);
  }

  private void mix() throws InterruptedException {
    while (true) {
      Frame f = raw.take();
      f.gain *= 2;
      f.stage++;
      f.trace.add("mix");
      master.gain += f.gain; // RACE rmw
      mixed.put(f);
    }
  }

  private void deliver() {
    try {
      for (Frame f = mixed.take(); f.stage > 0; f = mixed.take()) {
        f.trace.clear();
        f.stage = 0;
        f.gain = 0;
        recycled++;
        spare.offer(f);
      }
    } catch (InterruptedException e) {
      System.err.println(recycled + " frames recycled");
    }
  }

  /** The worker is done with the frame when its future is. */
  int peak(ExecutorService stages, int[] gains) throws Exception {
    Future<Frame> future = stages.submit(() -> {
      Frame f = new Frame();
      for (int g : gains) {
        f.gain = Math.max(f.gain, g);
        f.stage++;
      }
      return f;
    });
    Frame f = future.get();
    f.gain += 1;
    f.trace.add("peak of " + f.stage);
    return f.gain;
  }
}
