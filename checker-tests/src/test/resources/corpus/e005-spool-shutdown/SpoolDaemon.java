package org.spoolwerk.daemon;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

interface Disk {
  void write(String job);
}

/** Flushes what is left when the virtual machine goes down - while the worker still works. */
class SpoolDaemon {
  private final Deque<String> jobs = new ArrayDeque<>();
  private final Disk disk;
  private int written;

  SpoolDaemon(Disk disk, List<String> left) {
    this.disk = disk;
    jobs.addAll(left);
  }

  void start() {
    Thread worker = new Thread(this::work, "spool");
    worker.setDaemon(true);
    worker.start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::flush, "spool-flush"));
  }

  private void work() {
    while (true) {
      String job = jobs.pollFirst(); // RACE unsafe-collection
      if (job != null) {
        disk.write(job);
        written++; // RACE rmw #1
      }
    }
  }

  private void flush() {
    while (!jobs.isEmpty()) { // RACE unsafe-collection #2
      disk.write(jobs.removeFirst()); // RACE unsafe-collection #2
      written++; // RACE rmw #1
    }
  }

  int written() {
    return written;
  }
}

/** The hook stops the worker and waits for it before it touches anything. */
class OrderlySpoolDaemon {
  private final BlockingQueue<String> jobs = new LinkedBlockingQueue<>();
  private final Disk disk;
  private final Thread worker;
  private int written;

  OrderlySpoolDaemon(Disk disk) {
    this.disk = disk;
    this.worker = new Thread(this::work, "spool");
  }

  void start() {
    worker.start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndFlush));
  }

  void submit(String job) {
    jobs.add(job);
  }

  private void work() {
    try {
      while (true) {
        disk.write(jobs.take());
        written++;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void stopAndFlush() {
    worker.interrupt();
    boolean interrupted = false;
    while (worker.isAlive()) {
      try {
        worker.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    for (String job = jobs.poll(); job != null; job = jobs.poll()) {
      disk.write(job);
      written++;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
