package org.lathe.core;

import java.util.ArrayDeque;
import java.util.Queue;

public final class Spooler {
  private final Queue<String> jobs = new ArrayDeque<>();
  private int submitted;

  public synchronized int submit(String job) {
    jobs.add(job);
    return ++submitted;
  }

  public synchronized String next() throws InterruptedException {
    while (jobs.isEmpty()) {
      wait(100);
      if (submitted > 1_000_000) {
        submitted = 0;
      }
    }
    return jobs.remove();
  }
}
