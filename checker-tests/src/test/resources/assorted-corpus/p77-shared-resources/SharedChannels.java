package org.conduit.rpc;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Ref-counted shared resources, closed some time after their last user. */
public final class SharedChannels {
  public interface Channel {
    void shutdown();
  }

  interface Factory {
    Channel open(String target);
  }

  private static final class Instance {
    final Channel payload;
    int refCount;
    ScheduledFuture<?> destroyTask;

    Instance(Channel payload) {
      this.payload = payload;
    }
  }

  private static final class Counted {
    final Channel channel;
    final AtomicInteger users = new AtomicInteger();

    Counted(Channel channel) {
      this.channel = channel;
    }
  }

  private final Map<String, Instance> instances = new HashMap<>();
  private final Map<Channel, String> targets = new IdentityHashMap<>();
  private final ConcurrentHashMap<String, Counted> loose = new ConcurrentHashMap<>();
  private ScheduledExecutorService destroyer;
  private final Factory factory;

  public SharedChannels(Factory factory) {
    this.factory = factory;
  }

  public synchronized Channel acquire(String target) {
    Instance i = instances.get(target);
    if (i == null) {
      i = new Instance(factory.open(target));
      instances.put(target, i);
      targets.put(i.payload, target);
    }
    if (i.destroyTask != null) {
      i.destroyTask.cancel(false);
      i.destroyTask = null;
    }
    i.refCount++;
    return i.payload;
  }

  public synchronized void release(Channel c) {
    String target = targets.get(c);
    Instance i = instances.get(target);
    i.refCount--;
    if (i.refCount == 0) {
      if (destroyer == null) {
        destroyer = Executors.newSingleThreadScheduledExecutor();
      }
      i.destroyTask = destroyer.schedule(() -> destroy(target, i), 1, TimeUnit.SECONDS);
    }
  }

  private void destroy(String target, Instance i) {
    synchronized (SharedChannels.this) {
      if (i.refCount == 0) {
        instances.remove(target);
        targets.remove(i.payload);
        i.payload.shutdown();
      }
    }
  }

  public Channel acquireLoose(String target) {
    Counted c = loose.computeIfAbsent(target, t -> new Counted(factory.open(t)));
    c.users.incrementAndGet(); // RACE check-then-act #1
    return c.channel;
  }

  public void releaseLoose(String target) {
    Counted c = loose.get(target);
    if (c != null && c.users.decrementAndGet() == 0) { // RACE check-then-act #1
      loose.remove(target); // RACE check-then-act #1
      c.channel.shutdown();
    }
  }
}
