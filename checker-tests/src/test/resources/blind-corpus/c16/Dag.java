package dev.buildmaster.dag;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Runs targets when everything they depend on has been built. */
public final class Dag {
  private static final class Target {
    final String name;
    final List<Target> dependents = new ArrayList<>();
    final AtomicInteger missing = new AtomicInteger();
    int level;
    int notified;
    Object output;

    Target(String name) {
      this.name = name;
    }
  }

  public static final class Builder {
    private final Map<String, Target> targets = new LinkedHashMap<>();
    private int edges;

    public Builder edge(String from, String to) {
      Target a = target(from);
      Target b = target(to);
      a.dependents.add(b);
      b.missing.incrementAndGet();
      b.level = Math.max(b.level, a.level + 1);
      edges++;
      return this;
    }

    private Target target(String name) {
      Target t = targets.get(name);
      if (t == null) {
        t = new Target(name);
        targets.put(name, t);
      }
      return t;
    }

    public Dag build() {
      return new Dag(new ArrayList<>(targets.values()), edges);
    }
  }

  private final List<Target> targets;
  private final int edges;
  private final Map<String, Long> millis = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> order = new ConcurrentLinkedQueue<>();
  private CountDownLatch left;
  private int built;
  private int running;
  private int mostRunning;

  private Dag(List<Target> targets, int edges) {
    this.targets = targets;
    this.edges = edges;
  }

  public List<String> run(ExecutorService pool, Consumer<String> action) throws InterruptedException {
    left = new CountDownLatch(targets.size());
    List<Target> ready = new ArrayList<>();
    for (Target t : targets) {
      if (t.missing.get() == 0) {
        ready.add(t);
      }
    }
    ready.forEach(t -> submit(pool, t, action));
    left.await();
    if (built != targets.size()) {
      built = targets.size();
    }
    return new ArrayList<>(order);
  }

  private void submit(ExecutorService pool, Target t, Consumer<String> action) {
    pool.execute(() -> {
      long begin = System.currentTimeMillis();
      enter();
      action.accept(t.name);
      t.output = t.name + edges;
      leave();
      order.add(t.name);
      millis.put(t.name, System.currentTimeMillis() - begin);
      for (Target d : t.dependents) {
        d.notified++; // RACE rmw
        if (d.missing.decrementAndGet() == 0) {
          d.level += 100;
          submit(pool, d, action);
        }
      }
      built++; // RACE rmw
      left.countDown();
    });
  }

  private synchronized void enter() {
    running++;
    if (running > mostRunning) {
      mostRunning = running;
    }
  }

  private void leave() {
    running--; // RACE wrong-lock
  }

  public synchronized int mostRunning() {
    return mostRunning;
  }
}
