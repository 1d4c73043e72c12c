package com.loomhall.fabric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Plans a weave in phases; each phase is over before the next begins. */
class FabricPlan {
  private final ExecutorService pool = Executors.newFixedThreadPool(2);
  private final Map<String, Integer> threads = new HashMap<>();
  private final List<String> steps = new ArrayList<>();
  private int colours;
  private int knots;
  private int metres;

  /** One task at a time: get orders them. */
  void plan(String pattern) throws InterruptedException, ExecutionException {
    Future<?> first =
        pool.submit(
            () -> {
              colours++;
              threads.put(pattern, 400);
            });
    first.get();
    Future<Integer> second =
        pool.submit(
            () -> {
              colours++;
              return threads.merge(pattern, 1, Integer::sum);
            });
    int count = second.get();
    colours += count > 400 ? 1 : 0;
    threads.remove(pattern);
  }

  /** The second starts before the first is waited for. */
  void knot() throws InterruptedException, ExecutionException {
    Future<?> left = pool.submit(() -> knots++); // RACE rmw #1
    Future<?> right = pool.submit(() -> knots++); // RACE rmw #1
    left.get();
    right.get();
    knots += 2;
  }

  /** The caller goes on while the task runs. */
  void measure() throws InterruptedException, ExecutionException {
    Future<?> task = pool.submit(() -> metres += 10); // RACE rmw #2
    metres++; // RACE rmw #2
    task.get();
    metres *= 2;
  }

  /** What the caller does before it submits comes first. */
  void note(String text) throws InterruptedException, ExecutionException {
    steps.add("before " + text);
    pool.submit(() -> steps.add(text)).get();
    steps.add("after " + text);
  }

  static void weave() throws InterruptedException, ExecutionException {
    FabricPlan plan = new FabricPlan();
    plan.plan("twill");
    plan.knot();
    plan.measure();
    plan.note("selvage");
    plan.pool.shutdown();
  }
}
