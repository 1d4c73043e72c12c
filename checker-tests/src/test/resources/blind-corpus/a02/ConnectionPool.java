package org.quillsql.pool;

import java.util.Iterator;
import java.util.LinkedList;

/** A bounded pool in the style of the old days: one monitor, wait and notify. */
public class ConnectionPool {
  private final LinkedList<PooledConnection> idle = new LinkedList<PooledConnection>();
  private final int max;
  private int created;
  private int waiting;
  private long waitedMillis;
  private volatile int borrowed;
  private volatile long evicted;
  private volatile boolean closed;

  public ConnectionPool(int max) {
    this.max = max;
    Thread t = new Thread(new Evictor(), "pool-evictor");
    t.setDaemon(true);
    t.start();
  }

  public PooledConnection borrow(long timeout) throws InterruptedException {
    long begin = System.currentTimeMillis();
    PooledConnection c;
    synchronized (idle) {
      while (idle.isEmpty() && created >= max) {
        long left = begin + timeout - System.currentTimeMillis();
        if (closed || left <= 0) {
          throw new IllegalStateException("no connection");
        }
        waiting++;
        try {
          idle.wait(left);
        } finally {
          waiting--;
        }
      }
      if (idle.isEmpty()) {
        c = new PooledConnection(++created);
      } else {
        c = idle.removeLast();
      }
    }
    borrowed++; // RACE rmw
    waitedMillis += System.currentTimeMillis() - begin; // RACE wrong-lock
    return c;
  }

  public void release(PooledConnection c) {
    borrowed--; // RACE rmw
    synchronized (idle) {
      if (c.isBroken()) {
        created--;
      } else {
        c.parkedAt = System.currentTimeMillis();
        idle.addLast(c);
      }
      idle.notify();
    }
  }

  public long drainWaited() {
    synchronized (idle) {
      long w = waitedMillis;
      waitedMillis = 0;
      return w;
    }
  }

  public String describe() {
    synchronized (idle) {
      return created + " created, " + idle.size() + " idle, " + borrowed + " out, " + waiting + " waiting, "
          + waitedMillis + " ms waited, " + evicted + " evicted";
    }
  }

  public void close() {
    closed = true;
    synchronized (idle) {
      idle.notifyAll();
    }
  }

  private class Evictor implements Runnable {
    public void run() {
      while (!closed) {
        long limit = System.currentTimeMillis() - 60_000;
        synchronized (idle) {
          for (Iterator<PooledConnection> it = idle.iterator(); it.hasNext(); ) {
            if (it.next().parkedAt < limit) {
              it.remove();
              created--;
              evicted++;
            }
          }
        }
        try {
          Thread.sleep(5000);
        } catch (InterruptedException e) {
          return;
        }
      }
    }
  }
}
