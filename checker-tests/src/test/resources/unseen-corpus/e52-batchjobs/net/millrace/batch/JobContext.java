package net.millrace.batch;

import java.util.concurrent.locks.ReentrantLock;

class JobContext {
  private final ReentrantLock lock = new ReentrantLock();
  private long progress;
  private long nextMessage = 1000;
  int runs;

  void progress(int n) {
    boolean report = false;
    lock.lock();
    try {
      progress += n;
      if (progress >= nextMessage) {
        nextMessage *= 2;
        report = true;
      }
    } finally {
      lock.unlock();
    }
    if (report) {
      System.out.println("more progress");
    }
  }
}
