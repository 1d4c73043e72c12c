package org.hammerhead.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.function.LongUnaryOperator;

/** Runs an operation from many threads at once and reports. */
public final class LoadTest {
  private final int threads;
  private final int rounds;
  private final List<String> problems = new ArrayList<>();
  private long[] slowest;
  private int warmups;
  private long operations;
  private int interrupted;

  public LoadTest(int threads, int rounds) {
    this.threads = threads;
    this.rounds = rounds;
    slowest = new long[threads];
  }

  public long run(LongUnaryOperator op) throws InterruptedException {
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(threads);
    Arrays.fill(slowest, 0);
    for (int t = 0; t < threads; t++) {
      final int me = t;
      Thread thread = new Thread(() -> {
        try {
          go.await();
          hammer(me, op);
        } catch (InterruptedException e) {
          interrupted++; // RACE rmw
        } finally {
          done.countDown();
        }
      });
      thread.start();
    }
    for (int i = 0; i < 100; i++) {
      op.applyAsLong(i);
      warmups++;
    }
    problems.clear();
    go.countDown();
    done.await();
    operations += (long) threads * rounds;
    if (!problems.isEmpty()) {
      problems.add(0, problems.size() + " problems");
    }
    return max();
  }

  private void hammer(int me, LongUnaryOperator op) {
    for (int i = 0; i < rounds; i++) {
      long begin = System.nanoTime();
      long r = op.applyAsLong(i);
      long took = System.nanoTime() - begin;
      if (took > slowest[me]) {
        slowest[me] = took;
      }
      if (r < 0) {
        complain(me, i);
      }
    }
  }

  private void complain(int me, int i) {
    if (problems.size() < 100) { // RACE unsafe-collection #1
      problems.add(me + "/" + i); // RACE unsafe-collection #1
    }
  }

  private long max() {
    long m = 0;
    for (long s : slowest) {
      m = Math.max(m, s);
    }
    return m;
  }

  /** All threads run each round together; one of them keeps the books between two rounds. */
  public int together(LongUnaryOperator op) throws InterruptedException {
    int[] book = new int[2];
    CyclicBarrier edge = new CyclicBarrier(threads);
    Thread[] ts = new Thread[threads];
    for (int t = 0; t < threads; t++) {
      ts[t] = new Thread(() -> {
        try {
          for (int r = 0; r < rounds; r++) {
            op.applyAsLong(r);
            if (edge.await() == 0) {
              book[0]++;
            }
            edge.await();
            book[1]++; // RACE rmw
          }
        } catch (InterruptedException | BrokenBarrierException e) {
          Thread.currentThread().interrupt();
        }
      });
    }
    for (Thread t : ts) {
      t.start();
    }
    for (Thread t : ts) {
      t.join();
    }
    return book[0]++ + book[1];
  }

  public String toString() {
    return operations + " operations, " + warmups + " warmups, " + interrupted + " interrupted " + problems;
  }
}
