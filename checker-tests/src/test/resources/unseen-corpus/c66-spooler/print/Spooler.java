package print;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Queue of a printer. */
public class Spooler {
  private final Lock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final Deque<String> jobs = new ArrayDeque<>();
  private int pages;
  private int cancelled;
  private int rejected;

  public void submit(String job, int n) {
    lock.lock();
    try {
      jobs.addLast(job);
      pages += n;
      work.signal();
    } finally {
      lock.unlock();
    }
  }

  public String take() throws InterruptedException {
    lock.lock();
    try {
      while (jobs.isEmpty()) {
        work.await();
      }
      pages--;
      return jobs.removeFirst();
    } finally {
      lock.unlock();
    }
  }

  public boolean cancel(String job, int n) {
    synchronized (lock) {
      if (jobs.remove(job)) { // RACE wrong-lock #1
        pages -= n; // RACE wrong-lock #1
        cancelled++;
        return true;
      }
      return false;
    }
  }

  public int cancelled() {
    synchronized (lock) {
      return cancelled;
    }
  }

  /** Refuses a job when the lock cannot be had at once. */
  public boolean trySubmit(String job) {
    boolean got = lock.tryLock();
    if (got) {
      try {
        jobs.addLast(job);
        pages++;
      } finally {
        lock.unlock();
      }
    }
    return got;
  }

  public void reject() {
    lock.lock();
    rejected++;
    lock.unlock();
  }

  public String state() {
    lock.lock();
    try {
      return jobs + " " + pages + " " + rejected;
    } finally {
      lock.unlock();
    }
  }
}
