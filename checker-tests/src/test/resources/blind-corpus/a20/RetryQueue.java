package org.postroom.retry;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;

/** Failed deliveries, tried again by two timers: one for the fast lane, one for the slow lane. */
class RetryQueue {
  private final Timer fast = new Timer("retry-fast", true);
  private final Timer slow = new Timer("retry-slow", true);
  private final Deque<String> waiting = new ArrayDeque<String>();
  private final Map<String, Integer> attempts = new HashMap<String, Integer>();
  private int given;
  private int fastRuns;
  private long ticks;

  void start() {
    fast.schedule(new TimerTask() {
      @Override
      public void run() {
        fastRuns++;
        ticks++; // RACE rmw
        retryOne();
      }
    }, 0, 1000);
    slow.schedule(new TimerTask() {
      private int runs;

      @Override
      public void run() {
        if (runs++ % 10 == 0) {
          ticks += 10; // RACE rmw
          for (int i = size(); i > 0; i--) {
            retryOne();
          }
        }
      }
    }, 5000, 5000);
  }

  synchronized void add(String letter) {
    waiting.addLast(letter);
    notifyAll();
  }

  synchronized int size() {
    return waiting.size();
  }

  private void retryOne() {
    String letter;
    synchronized (this) {
      letter = waiting.pollFirst();
    }
    if (letter == null) {
      return;
    }
    String recipient = letter.substring(0, letter.indexOf('|'));
    int n = attemptsOf(recipient); // RACE split-lock #2
    if (n >= 5) {
      synchronized (this) {
        given++;
        attempts.remove(recipient); // RACE split-lock #2
      }
      return;
    }
    setAttempts(recipient, n + 1); // RACE split-lock #2
    if (!deliver(letter)) {
      add(letter);
    }
  }

  private synchronized int attemptsOf(String recipient) {
    return attempts.getOrDefault(recipient, 0);
  }

  private synchronized void setAttempts(String recipient, int n) {
    attempts.put(recipient, n);
  }

  private boolean deliver(String letter) {
    return letter.length() % 3 != 0;
  }

  synchronized int given() {
    return given;
  }
}
