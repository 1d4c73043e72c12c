package org.hammerhead.load;

import java.util.function.LongUnaryOperator;

/** Operations to run. */
final class Targets {
  private Targets() {}

  static final class Fibonacci implements LongUnaryOperator {
    private long calls;

    @Override
    public long applyAsLong(long n) {
      calls++; // RACE rmw
      long a = 0;
      long b = 1;
      for (long i = 0; i < n % 90; i++) {
        long t = a + b;
        a = b;
        b = t;
      }
      return a;
    }

    long calls() {
      return calls;
    }
  }

  static final class Collatz implements LongUnaryOperator {
    private long longest;
    private long witness;

    @Override
    public long applyAsLong(long n) {
      int steps = 0;
      for (long x = n + 1; x > 1; steps++) {
        x = (x & 1) == 0 ? x / 2 : 3 * x + 1;
      }
      remember(n, steps);
      return steps;
    }

    private synchronized void remember(long n, int steps) {
      if (steps > longest) {
        longest = steps;
        witness = n;
      }
    }
  }

  public static void main(String[] args) throws InterruptedException {
    LoadTest test = new LoadTest(8, 1000);
    Fibonacci f = new Fibonacci();
    System.out.println(test.run(f) + " " + f.calls());
    System.out.println(test.run(new Collatz()));
    System.out.println(test.together(n -> n * 3));
  }
}
