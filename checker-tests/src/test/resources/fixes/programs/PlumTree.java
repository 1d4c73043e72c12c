package programs;

import java.util.concurrent.atomic.AtomicInteger;

/** What is taken depends on what is left, by way of another variable. */
class PlumTree {
  private int plums;

  PlumTree(int plums) {
    this.plums = plums;
  }

  int take(int wanted) {
    int got = Math.min(wanted, plums);
    plums = plums - got;
    return got;
  }

  static String single() {
    PlumTree tree = new PlumTree(5);
    return tree.take(3) + " " + tree.take(3) + " " + tree.take(3);
  }

  static long lost() {
    PlumTree tree = new PlumTree(Trial.TOTAL / 2);
    AtomicInteger eaten = new AtomicInteger();
    Trial.race(i -> eaten.addAndGet(tree.take(1)));
    return Math.abs(Trial.TOTAL / 2 - eaten.get());
  }
}
