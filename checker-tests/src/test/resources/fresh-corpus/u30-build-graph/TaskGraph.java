package org.kiln.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs the tasks of a build in dependency order, as parallel as the graph allows. */
public class TaskGraph {
  static final class Node {
    final String name;
    final Runnable action;
    final List<Node> dependents = new ArrayList<>();
    int waitingFor;
    boolean done;

    Node(String name, Runnable action) {
      this.name = name;
      this.action = action;
    }
  }

  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, Long> timings = new HashMap<>();
  private final AtomicInteger failures = new AtomicInteger();
  private ExecutorService pool;
  private CountDownLatch remaining;
  private int edges;

  public TaskGraph task(String name, Runnable action, String... dependsOn) {
    Node node = new Node(name, action);
    for (String d : dependsOn) {
      nodes.get(d).dependents.add(node);
      node.waitingFor++;
      edges++;
    }
    nodes.put(name, node);
    return this;
  }

  public int run(int threads) throws InterruptedException {
    pool = Executors.newFixedThreadPool(threads);
    remaining = new CountDownLatch(nodes.size());
    List<Node> roots = new ArrayList<>();
    for (Node n : nodes.values()) {
      if (n.waitingFor == 0) {
        roots.add(n);
      }
    }
    roots.forEach(n -> pool.execute(() -> execute(n)));
    remaining.await();
    pool.shutdown();
    System.out.println(nodes.size() + " tasks, " + edges + " edges, slowest " + slowest());
    return failures.get();
  }

  private void execute(Node node) {
    long start = System.nanoTime();
    try {
      node.action.run();
    } catch (RuntimeException e) {
      failures.incrementAndGet();
    }
    timings.put(node.name, System.nanoTime() - start); // RACE unsafe-collection
    node.done = true;
    for (Node d : node.dependents) {
      if (--d.waitingFor == 0) { // RACE rmw
        pool.execute(() -> execute(d));
      }
    }
    remaining.countDown();
  }

  private String slowest() {
    return timings.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("none");
  }
}

/** The same with a count that is atomic and timings kept in the node. */
class AtomicTaskGraph {
  static final class Step {
    final Runnable action;
    final List<Step> dependents = new ArrayList<>();
    final AtomicInteger waitingFor = new AtomicInteger();
    long nanos;

    Step(Runnable action) {
      this.action = action;
    }
  }

  private final List<Step> steps = new ArrayList<>();

  Step step(Runnable action, Step... dependsOn) {
    Step s = new Step(action);
    for (Step d : dependsOn) {
      d.dependents.add(s);
      s.waitingFor.incrementAndGet();
    }
    steps.add(s);
    return s;
  }

  long run(ExecutorService pool) throws InterruptedException {
    CountDownLatch remaining = new CountDownLatch(steps.size());
    List<Step> roots = steps.stream().filter(s -> s.waitingFor.get() == 0).toList();
    roots.forEach(s -> pool.execute(() -> execute(s, pool, remaining)));
    remaining.await();
    long sum = 0;
    for (Step s : steps) {
      sum += s.nanos;
    }
    return sum;
  }

  private void execute(Step s, ExecutorService pool, CountDownLatch remaining) {
    long start = System.nanoTime();
    s.action.run();
    s.nanos += System.nanoTime() - start;
    for (Step d : s.dependents) {
      if (d.waitingFor.decrementAndGet() == 0) {
        pool.execute(() -> execute(d, pool, remaining));
      }
    }
    remaining.countDown();
  }
}
