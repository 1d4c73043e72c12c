package org.darkroom;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Exchanger;
import java.util.concurrent.LinkedTransferQueue;

/** A frame belongs to the stage which took it from a queue; it is never kept after it was put on. */
public class ImagePipeline {
  static final class Frame {
    int width;
    int height;
    int passes;
    final List<String> history = new ArrayList<>();
    long checksum;

    Frame(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  private static final Frame EOF = new Frame(0, 0);

  private final BlockingQueue<Frame> toScale = new ArrayBlockingQueue<>(8);
  private final BlockingQueue<Frame> toSharpen = new ArrayBlockingQueue<>(8);
  private final LinkedTransferQueue<Frame> done = new LinkedTransferQueue<>();
  private final Exchanger<List<String>> logs = new Exchanger<>();

  private final Thread scaler = new Thread(this::scale, "scaler");
  private final Thread sharpener = new Thread(this::sharpen, "sharpener");

  public void start() {
    scaler.start();
    sharpener.start();
  }

  private void scale() {
    List<String> log = new ArrayList<>();
    try {
      Frame f;
      while ((f = toScale.take()) != EOF) {
        f.width /= 2;
        f.height /= 2;
        f.passes++;
        f.history.add("scaled");
        log.add(f.width + "x" + f.height);
        toSharpen.put(f);
        if (log.size() == 32) {
          log = logs.exchange(log);
          log.clear();
        }
      }
      toSharpen.put(EOF);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sharpen() {
    int n = 0;
    try {
      Frame f;
      while ((f = toSharpen.take()) != EOF) {
        f.passes++;
        f.history.add("sharpened #" + ++n);
        f.checksum += 31L * f.width + f.height;
        done.transfer(f);
      }
      done.put(EOF);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public void submit(int w, int h) throws InterruptedException {
    Frame f = new Frame(w, h);
    f.passes++;
    f.history.add("submitted");
    toScale.put(f);
  }

  public Frame next() throws InterruptedException {
    Frame f = done.take();
    if (f != EOF) {
      f.history.add("delivered");
      f.passes++;
    }
    return f == EOF ? null : f;
  }

  public List<String> drainLog(List<String> empty) throws InterruptedException {
    return logs.exchange(empty);
  }

  public void finish() throws InterruptedException {
    toScale.put(EOF);
  }
}
