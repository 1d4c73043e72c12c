package net.idle;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Closes peers which have been silent. Threads of peers only write their time stamps. */
public class IdleTracker {
  private static final class Entry {
    final String peer;
    volatile long lastSeen;
    volatile String note = "";
    private boolean closed;

    Entry(String peer, long now) {
      this.peer = peer;
      this.lastSeen = now;
    }

    synchronized boolean close() {
      if (closed) {
        return false;
      }
      closed = true;
      return true;
    }
  }

  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private final ScheduledExecutorService sweeper = Executors.newScheduledThreadPool(1);
  private int sweeps;
  private volatile int evicted;
  private volatile boolean enabled = true;

  public IdleTracker() {
    sweeper.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.SECONDS);
  }

  public void seen(String peer) {
    long now = System.nanoTime();
    entries.computeIfAbsent(peer, p -> new Entry(p, now)).lastSeen = now;
  }

  public void note(String peer, String text) {
    Entry e = entries.get(peer);
    if (e != null) {
      e.note = text;
    }
  }

  public boolean leave(String peer) {
    Entry e = entries.remove(peer);
    return e != null && e.close();
  }

  private void sweep() {
    sweeps++;
    if (!enabled) {
      return;
    }
    long limit = System.nanoTime() - TimeUnit.MINUTES.toNanos(5);
    for (Map.Entry<String, Entry> me : entries.entrySet()) {
      Entry e = me.getValue();
      if (e.lastSeen - limit < 0 && entries.remove(me.getKey(), e) && e.close()) {
        evicted++;
      }
    }
    if (sweeps % 3600 == 0) {
      System.out.println(evicted + " evicted");
    }
  }

  public void enable(boolean on) {
    enabled = on;
  }

  public int evicted() {
    return evicted;
  }
}
