package org.wahlamt.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Scanners count ballots into arrays. Which index a thread uses decides about everything. */
class BallotScanner {
  private final int[] votes = new int[12];
  private final int[] byScanner;
  private final List<int[]> archive = new ArrayList<>();

  BallotScanner(int scanners) {
    byScanner = new int[scanners];
  }

  void count(List<List<Integer>> boxes) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(boxes.size());
    for (int s = 0; s < boxes.size(); s++) {
      int scanner = s;
      List<Integer> box = boxes.get(s);
      new Thread(
              () -> {
                for (int party : box) {
                  votes[party]++; // RACE rmw
                  byScanner[scanner]++;
                }
                done.countDown();
              })
          .start();
    }
    done.await();
    archive.add(votes.clone());
  }

  int total() {
    int total = 0;
    for (int scanned : byScanner) {
      total += scanned;
    }
    return total;
  }
}

/** A two-dimensional count: the first index is the scanner's, so the second may be anything. */
class MatrixBallotScanner {
  private final int[][] votes;
  private final AtomicIntegerArray invalid = new AtomicIntegerArray(4);

  MatrixBallotScanner(int scanners) {
    votes = new int[scanners][12];
  }

  void count(List<List<Integer>> boxes) throws InterruptedException {
    Thread[] threads = new Thread[votes.length];
    for (int s = 0; s < threads.length; s++) {
      int scanner = s;
      List<Integer> box = boxes.get(s);
      threads[s] =
          new Thread(
              () -> {
                for (int party : box) {
                  if (party < 0) {
                    invalid.incrementAndGet(-party & 3);
                  } else {
                    votes[scanner][party]++;
                  }
                }
              });
      threads[s].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  int result(int party) {
    int sum = 0;
    for (int[] scanner : votes) {
      sum += scanner[party];
    }
    return sum;
  }
}
