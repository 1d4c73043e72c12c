package math.forks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RecursiveTask;

/** Divide and conquer over disjoint ranges. */
final class Kernels {
  private Kernels() {}

  /** Adds b to a. */
  static void add(double[] a, double[] b) {
    ForkJoinPool.commonPool().invoke(new AddTask(a, b, 0, a.length));
  }

  private static final class AddTask extends RecursiveAction {
    private final double[] a;
    private final double[] b;
    private final int lo;
    private final int hi;

    AddTask(double[] a, double[] b, int lo, int hi) {
      this.a = a;
      this.b = b;
      this.lo = lo;
      this.hi = hi;
    }

    @Override
    protected void compute() {
      if (hi - lo < 512) {
        for (int i = lo; i < hi; i++) {
          a[i] += b[i];
        }
        return;
      }
      int mid = (lo + hi) >>> 1;
      invokeAll(new AddTask(a, b, lo, mid), new AddTask(a, b, mid, hi));
    }
  }

  static List<Integer> primes(int from, int to) {
    return new PrimeTask(from, to).invoke();
  }

  private static final class PrimeTask extends RecursiveTask<List<Integer>> {
    private final int from;
    private final int to;
    private int tested;

    PrimeTask(int from, int to) {
      this.from = from;
      this.to = to;
    }

    @Override
    protected List<Integer> compute() {
      List<Integer> found = new ArrayList<>();
      if (to - from <= 1000) {
        for (int n = from; n < to; n++) {
          tested++;
          if (isPrime(n)) {
            found.add(n);
          }
        }
        return found;
      }
      int mid = (from + to) / 2;
      PrimeTask left = new PrimeTask(from, mid);
      PrimeTask right = new PrimeTask(mid, to);
      left.fork();
      found.addAll(right.compute());
      found.addAll(left.join());
      tested += left.tested + right.tested;
      return found;
    }

    private static boolean isPrime(int n) {
      for (int d = 2; d * d <= n; d++) {
        if (n % d == 0) {
          return false;
        }
      }
      return n > 1;
    }
  }
}
