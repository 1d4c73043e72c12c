package org.maelstrom.ring;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Many producers (request threads) and one flusher thread. */
public class MultiProducerLog {
  private final AtomicReferenceArray<String> slots = new AtomicReferenceArray<>(4096);
  private final AtomicLong claimed = new AtomicLong();
  private final AtomicLong claimedFast = new AtomicLong();
  private long flushed;
  private volatile long flushedCount;
  private volatile long lost;
  private volatile boolean running = true;
  private final ExecutorService flusher = Executors.newSingleThreadExecutor();
  private final List<String> batch = new ArrayList<>();

  public void append(String line) {
    long seq = claimed.getAndIncrement();
    slots.set((int) (seq & 4095), line);
  }

  public void appendFast(String line) {
    long seq = claimedFast.get(); // RACE atomic-compound #1
    slots.set((int) (seq & 4095), line);
    claimedFast.lazySet(seq + 1); // RACE atomic-compound #1
  }

  public boolean tryAppend(String line) {
    while (true) {
      long seq = claimed.get();
      if (seq - flushedCount >= 4096) {
        lost++; // RACE rmw
        return false;
      }
      if (claimed.compareAndSet(seq, seq + 1)) {
        slots.set((int) (seq & 4095), line);
        return true;
      }
    }
  }

  public void start() {
    flusher.execute(this::flushLoop);
  }

  private void flushLoop() {
    while (running) {
      String s = slots.getAndSet((int) (flushed & 4095), null);
      if (s == null) {
        writeOut();
        Thread.yield();
        continue;
      }
      batch.add(s);
      flushed++;
      flushedCount++;
      if (batch.size() == 100) {
        writeOut();
      }
    }
  }

  private void writeOut() {
    batch.forEach(System.out::println);
    batch.clear();
  }

  public void stop() {
    running = false;
    flusher.shutdown();
  }

  public long lost() {
    return lost;
  }
}
