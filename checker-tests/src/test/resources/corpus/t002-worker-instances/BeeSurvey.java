package org.apiary.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Counts the bees in one hive; every task has an instance of its own. */
class HiveCount implements Callable<Integer> {
  private static int counted;
  private static final List<String> EMPTY = new ArrayList<>();

  private final String hive;
  private final int[] frames;
  private int workers;
  private int drones;
  private boolean queen;

  HiveCount(String hive, int... frames) {
    this.hive = hive;
    this.frames = frames;
  }

  @Override
  public Integer call() {
    for (int frame : frames) {
      count(frame);
    }
    if (workers == 0) {
      EMPTY.add(hive); // RACE unsafe-collection
    }
    counted++; // RACE rmw
    return workers + drones;
  }

  private void count(int frame) {
    workers += frame * 9 / 10;
    drones += frame / 10;
    if (!queen && frame > 1000) {
      queen = true;
      workers--;
    }
  }

  boolean hasQueen() {
    return queen;
  }

  static int counted() {
    return counted + EMPTY.size();
  }
}

class BeeSurvey {
  static int survey(ExecutorService pool, List<int[]> hives) throws Exception {
    List<HiveCount> tasks = new ArrayList<>();
    for (int[] frames : hives) {
      tasks.add(new HiveCount("hive " + tasks.size(), frames));
    }
    int bees = 0;
    for (Future<Integer> future : pool.invokeAll(tasks)) {
      bees += future.get();
    }
    int queens = 0;
    for (HiveCount task : tasks) {
      if (task.hasQueen()) {
        queens++;
      }
    }
    return queens == 0 ? 0 : bees / queens;
  }
}

/** One instance that two tasks run. */
class SharedHiveCount implements Runnable {
  private final int[] frames;
  private int bees;

  SharedHiveCount(int... frames) {
    this.frames = frames;
  }

  @Override
  public void run() {
    for (int frame : frames) {
      bees += frame; // RACE rmw
    }
  }

  int bees() {
    return bees;
  }

  static SharedHiveCount twice(ExecutorService pool, int... frames) {
    SharedHiveCount task = new SharedHiveCount(frames);
    pool.execute(task);
    pool.execute(task);
    return task;
  }
}
