package se.norden.actors;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** First attempt at a mailbox; still used by the logger. */
final class LooseMailbox {
  private final ExecutorService executor = Executors.newFixedThreadPool(4);
  private final Deque<String> lines = new ArrayDeque<>();
  private volatile boolean scheduled;
  private int written;

  void log(String line) {
    synchronized (lines) {
      lines.addLast(line);
    }
    if (!scheduled) { // RACE check-then-act #1
      scheduled = true; // RACE check-then-act #1
      executor.execute(this::drain);
    }
  }

  private void drain() {
    scheduled = false;
    for (;;) {
      String line;
      synchronized (lines) {
        line = lines.pollFirst();
      }
      if (line == null) {
        return;
      }
      System.out.println(line);
      written++; // RACE rmw
    }
  }

  int written() {
    return written;
  }
}
