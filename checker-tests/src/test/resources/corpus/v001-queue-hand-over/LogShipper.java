package ops.tailwind.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Lines on their way to the archive; belongs to whoever has it in hand. */
class Batch {
  private final List<String> lines = new ArrayList<>();
  private int bytes;
  private int attempts;

  void add(String line) {
    lines.add(line);
    bytes += line.length();
  }

  void attempt() {
    attempts++; // RACE rmw #1
  }

  int bytes() {
    return bytes;
  }

  int attempts() {
    return attempts;
  }
}

/** The reader fills a batch and puts it into the queue; the sender takes it and owns it then. */
class LogShipper {
  private static final int FULL = 4096;

  private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(16);
  private final BlockingQueue<Batch> free = new LinkedBlockingQueue<>();
  private final Thread reader;
  private final Thread sender;

  LogShipper(List<String> source) {
    reader = new Thread(() -> read(source), "reader");
    sender = new Thread(this::send, "sender");
  }

  void start() {
    reader.start();
    sender.start();
  }

  private void read(List<String> source) {
    Batch batch = new Batch();
    try {
      for (String line : source) {
        batch.add(line);
        if (batch.bytes() > FULL) {
          queue.put(batch);
          batch = new Batch();
        }
      }
      queue.put(batch);
      batch.attempt(); // RACE rmw #1
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Batch batch = queue.take();
        batch.attempt(); // RACE rmw #1
        if (batch.bytes() == 0) {
          batch.add("(empty)");
        }
        free.offer(batch);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
