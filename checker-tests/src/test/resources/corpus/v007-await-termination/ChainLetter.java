package com.letterloft.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Sends bulk letters and writes a protocol of it. */
class ChainLetter {
  private final List<String> protocol = new ArrayList<>();
  private int batches;
  private int leftovers;
  private int postage;

  /** The pool is closed and waited for before the protocol goes on. */
  int send(List<String> letters) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    protocol.add("begin");
    pool.execute(
        () -> {
          for (String letter : letters) {
            protocol.add(letter);
            batches++;
          }
        });
    pool.shutdown();
    if (!pool.awaitTermination(1, TimeUnit.HOURS)) {
      throw new IllegalStateException("still sending");
    }
    protocol.add("end");
    batches++;
    return batches;
  }

  /** shutdown alone waits for nothing. */
  int sendLeftovers(List<String> letters) {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    pool.execute(() -> leftovers += letters.size()); // RACE rmw #1
    pool.shutdown();
    leftovers++; // RACE rmw #1
    return leftovers;
  }

  /** Between the letters nothing is ordered, whatever comes after. */
  int stamp(List<String> letters) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    for (String letter : letters) {
      pool.execute(() -> postage += letter.length() > 20 ? 160 : 85); // RACE rmw
    }
    pool.shutdown();
    while (!pool.awaitTermination(1, TimeUnit.SECONDS)) {
      System.out.println("waiting");
    }
    postage -= postage / 50;
    return postage;
  }

  static int run(List<String> letters) throws InterruptedException {
    ChainLetter chain = new ChainLetter();
    return chain.send(letters) + chain.sendLeftovers(letters) + chain.stamp(letters);
  }
}
