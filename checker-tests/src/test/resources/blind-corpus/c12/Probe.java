package io.telemetry.ring;

import java.util.ArrayList;
import java.util.List;

/** Load generator. */
final class Probe {
  private final EventRing ring = new EventRing();
  private final List<Thread> threads = new ArrayList<>();
  private int emitted;
  private int rounds;

  void load(int n) throws InterruptedException {
    for (int t = 0; t < n; t++) {
      Thread th = new Thread() {
        private int count;

        @Override
        public void run() {
          for (int i = 0; i < 1000; i++) {
            count++;
            ring.add(getName() + count);
            ring.addClaimed(getName() + i);
            ring.level(i % 5);
          }
          synchronized (threads) {
            emitted += count;
          }
        }
      };
      threads.add(th);
    }
    threads.forEach(Thread::start);
    for (Thread th : threads) {
      th.join();
    }
    threads.clear();
    rounds++;
    emitted -= n;
  }
}
