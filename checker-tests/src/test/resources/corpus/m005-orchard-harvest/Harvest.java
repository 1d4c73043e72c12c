package farm.obstgut.harvest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

class Tree {
  private int apples;
  private boolean empty;

  Tree(int apples) {
    this.apples = apples;
  }

  /** Safe for the one who has the tree to himself. */
  int pick(int n) {
    int picked = Math.min(n, apples);
    apples -= picked;
    if (apples == 0) {
      empty = true;
    }
    return picked;
  }

  boolean empty() {
    return empty;
  }
}

/** Each tree is given to one picker. */
class Harvest {
  private final Tree[] rows;

  Harvest(Tree[] rows) {
    this.rows = rows;
  }

  int byTree() throws Exception {
    ExecutorService pickers = Executors.newFixedThreadPool(4);
    int sum = 0;
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (Tree tree : rows) {
      tasks.add(() -> tree.pick(1_000));
    }
    for (var picked : pickers.invokeAll(tasks)) {
      sum += picked.get();
    }
    pickers.shutdown();
    return sum;
  }
}
