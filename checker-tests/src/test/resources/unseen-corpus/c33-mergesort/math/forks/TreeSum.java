package math.forks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountedCompleter;
import java.util.concurrent.RecursiveTask;

final class Node {
  final List<Node> children = new ArrayList<>();
  long value;
  long subtree;
  int visits;

  Node(long value) {
    this.value = value;
  }
}

/** Annotates every node of a tree; a node is visited by the one task made for it. */
class TreeSum extends RecursiveTask<Long> {
  private final Node node;

  TreeSum(Node node) {
    this.node = node;
  }

  @Override
  protected Long compute() {
    node.visits++;
    node.subtree = node.value;
    List<TreeSum> tasks = new ArrayList<>();
    for (Node c : node.children) {
      tasks.add(new TreeSum(c));
    }
    for (TreeSum t : invokeAll(tasks)) {
      node.subtree += t.join();
    }
    return node.subtree;
  }
}

/** Sums with a completer: a parent adds its two halves when both are done. */
class CompleterSum extends CountedCompleter<Long> {
  private final long[] data;
  private final int lo;
  private final int hi;
  private CompleterSum left;
  private CompleterSum right;
  private long sum;

  CompleterSum(CountedCompleter<?> parent, long[] data, int lo, int hi) {
    super(parent);
    this.data = data;
    this.lo = lo;
    this.hi = hi;
  }

  @Override
  public void compute() {
    if (hi - lo > 256) {
      int mid = (lo + hi) >>> 1;
      setPendingCount(2);
      left = new CompleterSum(this, data, lo, mid);
      right = new CompleterSum(this, data, mid, hi);
      left.fork();
      right.fork();
    } else {
      for (int i = lo; i < hi; i++) {
        sum += data[i];
      }
    }
    tryComplete();
  }

  @Override
  public void onCompletion(CountedCompleter<?> caller) {
    if (left != null) {
      sum += left.sum + right.sum;
    }
  }

  @Override
  public Long getRawResult() {
    return sum;
  }
}
