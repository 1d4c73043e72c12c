package org.broom.refs;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Cleans native handles of objects that became unreachable; a doubly linked list of phantom refs. */
public final class ReaperSet {
  private static final ReaperSet INSTANCE = new ReaperSet();

  public static ReaperSet get() {
    return INSTANCE;
  }

  public final class Ref extends PhantomReference<Object> {
    private Ref prev = this;
    private Ref next = this;
    private Runnable action;

    Ref(Object referent, Runnable action) {
      super(referent, queue);
      this.action = action;
      insert(this);
    }

    public void clean() {
      if (unlink(this)) {
        action.run();
        explicit.incrementAndGet();
      }
    }
  }

  private final ReferenceQueue<Object> queue = new ReferenceQueue<>();
  private Ref list;
  private int length;
  private final AtomicInteger explicit = new AtomicInteger();
  private int reaped;
  private static int registered;
  private final Set<String> kinds = new HashSet<>();

  private ReaperSet() {
    Thread t = new Thread(this::reap, "reaper");
    t.setDaemon(true);
    t.start();
  }

  public Ref register(Object o, Runnable action) {
    registered++; // RACE rmw
    kinds.add(o.getClass().getName()); // RACE unsafe-collection
    return new Ref(o, action);
  }

  private void insert(Ref r) {
    synchronized (queue) {
      if (list != null) {
        r.next = list;
        list.prev = r;
      }
      list = r;
      length++;
    }
  }

  private boolean unlink(Ref r) {
    synchronized (queue) {
      if (r.action == null || r.next == null) {
        return false;
      }
      if (r.prev != r) {
        r.prev.next = r.next == r ? r.prev : r.next;
      } else if (list == r) {
        list = r.next == r ? null : r.next;
      }
      if (r.next != r) {
        r.next.prev = r.prev == r ? r.next : r.prev;
      }
      r.next = null;
      r.prev = null;
      length--;
      return true;
    }
  }

  private void reap() {
    while (true) {
      try {
        Ref r = (Ref) queue.remove();
        if (unlink(r)) {
          r.action.run();
        }
        reaped++;
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  public int length() {
    synchronized (queue) {
      return length;
    }
  }
}
