package org.laborat.samples;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;

record Sample(long id, int priority) implements Comparable<Sample> {
  @Override
  public int compareTo(Sample other) {
    return Integer.compare(other.priority, priority);
  }
}

/** Several robots move samples between the stations. */
class SampleTracker extends Thread {
  private static final PriorityBlockingQueue<Sample> INBOX = new PriorityBlockingQueue<>();
  private static final ConcurrentSkipListSet<Long> DONE = new ConcurrentSkipListSet<>();
  private static final BlockingQueue<Sample> FRIDGE = new LinkedBlockingQueue<>();
  private static final ConcurrentHashMap<Long, Integer> RUNS = new ConcurrentHashMap<>();

  @Override
  public void run() {
    while (true) {
      Sample sample = INBOX.poll();
      if (sample == null) {
        return;
      }
      process(sample);
      trim();
    }
  }

  private void process(Sample sample) {
    RUNS.merge(sample.id(), 1, Integer::sum);
    int runs = RUNS.getOrDefault(sample.id(), 0); // RACE check-then-act #1
    if (runs > 3) { // RACE check-then-act #1
      RUNS.remove(sample.id()); // RACE check-then-act #1
      DONE.add(sample.id());
    } else {
      FRIDGE.add(sample);
    }
  }

  /** Drops the smallest number while there are too many. */
  private static void trim() {
    while (DONE.size() > 10_000) { // RACE check-then-act #2
      DONE.pollFirst(); // RACE check-then-act #2
    }
  }

  /** What is done already is not asked for again; the two collections need not agree. */
  static void submit(Sample sample) {
    if (!DONE.contains(sample.id())) {
      INBOX.add(sample);
    }
  }

  static void main(int robots) {
    for (int r = 0; r < robots; r++) {
      new SampleTracker().start();
    }
  }
}

/** Work that is handed from queue to queue needs no second look. */
class SteadySampleTracker extends Thread {
  private static final PriorityBlockingQueue<Sample> INBOX = new PriorityBlockingQueue<>();
  private static final BlockingQueue<Sample> FRIDGE = new LinkedBlockingQueue<>();
  private static final ConcurrentHashMap<Long, Integer> RUNS = new ConcurrentHashMap<>();

  private int mine;

  @Override
  public void run() {
    Sample sample;
    while ((sample = INBOX.poll()) != null) {
      mine++;
      int runs = RUNS.merge(sample.id(), 1, Integer::sum);
      if (runs <= 3) {
        FRIDGE.add(sample);
      }
    }
    if (mine == 0) {
      FRIDGE.drainTo(INBOX);
    }
  }

  static void main(int robots) {
    for (int r = 0; r < robots; r++) {
      new SteadySampleTracker().start();
    }
  }
}
