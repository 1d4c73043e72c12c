package com.cadvance.license;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Named seats instead of floating licenses; again one pool for all. */
final class SeatPool {
  private static final SeatPool INSTANCE = new SeatPool();
  private static int denied;

  private final BlockingQueue<String> free = new LinkedBlockingQueue<>();
  private final AtomicInteger handedOut = new AtomicInteger();

  private SeatPool() {
    for (int i = 0; i < 40; i++) {
      free.add("S-" + i);
    }
  }

  static SeatPool getInstance() {
    return INSTANCE;
  }

  String take() {
    String seat = free.poll();
    if (seat == null) {
      synchronized (SeatPool.class) {
        denied++;
      }
    } else {
      handedOut.incrementAndGet();
    }
    return seat;
  }

  void giveBack(String seat) {
    free.add(seat);
    handedOut.decrementAndGet();
  }

  static void renderAll(ExecutorService nodes, Iterable<Runnable> scenes) {
    for (Runnable scene : scenes) {
      nodes.execute(
          () -> {
            String seat = INSTANCE.take();
            if (seat != null) {
              scene.run();
              INSTANCE.giveBack(seat);
            }
          });
    }
  }

  static synchronized int denied() {
    return denied;
  }
}
