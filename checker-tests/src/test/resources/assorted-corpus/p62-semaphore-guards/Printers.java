package ink.spool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Semaphores as guards: a binary one is a mutex, one with several permits is none. */
public class Printers {
  private final Semaphore mutex = new Semaphore(1);
  private final Semaphore slots;
  private final LinkedList<String> queue = new LinkedList<>();
  private final Map<String, Integer> pagesByUser = new HashMap<>();
  private int queued;
  private int printing;
  private int pages;
  private final boolean[] busy;

  public Printers(int n) {
    slots = new Semaphore(n, true);
    busy = new boolean[n];
  }

  public void enqueue(String job) throws InterruptedException {
    mutex.acquire();
    try {
      queue.addLast(job);
      queued++;
    } finally {
      mutex.release();
    }
  }

  public List<String> takeAll() throws InterruptedException {
    mutex.acquire();
    try {
      List<String> all = new ArrayList<>(queue);
      queue.clear();
      queued = 0;
      return all;
    } finally {
      mutex.release();
    }
  }

  public void print(String user, String job) throws InterruptedException {
    slots.acquire();
    try {
      printing++; // RACE wrong-lock #1
      int n = (job.length() + 79) / 80;
      pages += n; // RACE wrong-lock
      account(user, n);
      printing--; // RACE wrong-lock #1
    } finally {
      slots.release();
    }
  }

  private void account(String user, int n) {
    mutex.acquireUninterruptibly();
    try {
      Integer old = pagesByUser.get(user);
      pagesByUser.put(user, old == null ? n : old + n);
    } finally {
      mutex.release();
    }
  }

  /** The classic pool: the slot itself is chosen under a monitor. */
  public int claim() throws InterruptedException {
    slots.acquire();
    synchronized (busy) {
      for (int i = 0; i < busy.length; i++) {
        if (!busy[i]) {
          busy[i] = true;
          return i;
        }
      }
    }
    throw new AssertionError();
  }

  public void unclaim(int i) {
    synchronized (busy) {
      busy[i] = false;
    }
    slots.release();
  }
}
