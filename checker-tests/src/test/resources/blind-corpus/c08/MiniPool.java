package org.threadbare.pool;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

/** A thread pool without frills. */
public class MiniPool implements Executor {
  private final Deque<Runnable> queue = new ArrayDeque<>();
  private final List<Worker> workers = new ArrayList<>();
  private final ReentrantLock mainLock = new ReentrantLock();
  private final int size;
  private long completedByDead;
  private int largest;
  private volatile int active;
  private int rejected;
  private boolean shut;

  public MiniPool(int size) {
    this.size = size;
  }

  private final class Worker extends Thread {
    private volatile long completed;
    private int failures;

    @Override
    public void run() {
      try {
        for (Runnable r = next(); r != null; r = next()) {
          active++; // RACE rmw
          try {
            r.run();
            completed++;
          } catch (RuntimeException e) {
            failures++;
          } finally {
            active--; // RACE rmw
          }
        }
      } finally {
        exit(this);
      }
    }
  }

  @Override
  public void execute(Runnable r) {
    synchronized (queue) {
      if (shut) {
        rejected++;
        return;
      }
      queue.addLast(r);
      queue.notify();
    }
    addWorkerIfNeeded();
  }

  private void addWorkerIfNeeded() {
    mainLock.lock();
    try {
      if (workers.size() < size) {
        Worker w = new Worker();
        workers.add(w);
        w.start();
      }
    } finally {
      mainLock.unlock();
    }
    int n = poolSize();
    if (n > largest) { // RACE check-then-act #1
      largest = n; // RACE check-then-act #1
    }
  }

  private Runnable next() {
    synchronized (queue) {
      while (queue.isEmpty()) {
        if (shut) {
          return null;
        }
        try {
          queue.wait();
        } catch (InterruptedException e) {
          return null;
        }
      }
      return queue.pollFirst();
    }
  }

  private void exit(Worker w) {
    mainLock.lock();
    try {
      completedByDead += w.completed;
      workers.remove(w);
    } finally {
      mainLock.unlock();
    }
  }

  public int poolSize() {
    mainLock.lock();
    try {
      return workers.size();
    } finally {
      mainLock.unlock();
    }
  }

  public long completed() {
    mainLock.lock();
    try {
      long n = completedByDead;
      for (Worker w : workers) {
        n += w.completed;
      }
      return n;
    } finally {
      mainLock.unlock();
    }
  }

  public int largest() {
    mainLock.lock();
    try {
      return largest;
    } finally {
      mainLock.unlock();
    }
  }

  public void shutdown() {
    synchronized (queue) {
      shut = true;
      queue.notifyAll();
    }
  }
}
