package org.quorumlite.lease;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** One member of the cluster. The heartbeat of a node is one periodic task. */
final class Node {
  private final String name;
  private final Lease lease;
  private final ScheduledExecutorService timer;
  private final Deque<String> journal = new ArrayDeque<>();
  private volatile boolean leader;
  private volatile int terms;
  private ScheduledFuture<?> heartbeat;
  private int beats;
  private int misses;

  Node(String name, Lease lease, ScheduledExecutorService timer) {
    this.name = name;
    this.lease = lease;
    this.timer = timer;
  }

  synchronized void join() {
    if (heartbeat == null) {
      heartbeat = timer.scheduleAtFixedRate(this::beat, 0, 500, TimeUnit.MILLISECONDS);
    }
  }

  private void beat() {
    beats++;
    long now = System.currentTimeMillis();
    boolean held = leader ? lease.renew(name, now, 2000) : lease.acquire(name, now, 2000);
    if (held && !leader) {
      terms++;
      leader = true;
      record("leader in beat " + beats);
    } else if (!held && leader) {
      leader = false;
      record("lost");
    } else if (!held) {
      misses++;
    }
  }

  /** Also called by the operator's console. */
  void record(String what) {
    synchronized (journal) {
      journal.addLast(what);
      if (journal.size() > 50) {
        journal.removeFirst();
      }
    }
  }

  int terms() {
    return terms;
  }

  static void cluster(int n) {
    ScheduledExecutorService timer = Executors.newScheduledThreadPool(4);
    Lease lease = new Lease();
    for (int i = 0; i < n; i++) {
      new Node("n" + i, lease, timer).join();
    }
    Observer o = new Observer(lease);
    timer.scheduleAtFixedRate(o, 0, 1, TimeUnit.SECONDS);
    timer.scheduleAtFixedRate(o, 500, 1000, TimeUnit.MILLISECONDS);
  }

  private static final class Observer implements Runnable {
    private final Lease lease;
    private long lastToken;
    private int changes;
    private int looks;

    Observer(Lease lease) {
      this.lease = lease;
    }

    @Override
    public void run() {
      looks++; // RACE rmw
      long token = lease.holder().token();
      synchronized (lease) {
        if (token > lastToken) {
          lastToken = token;
          changes++;
        }
        if (changes % 10 == 9) {
          System.out.println(looks + " looks, " + changes + " changes");
        }
      }
    }
  }
}
