package org.pacer;

import java.util.Timer;
import java.util.TimerTask;

/** A timer has a single thread: its two tasks never overlap. */
public class Watchdog {
  private final Timer timer = new Timer("watchdog", true);
  private int checks;
  private int strikes;
  private long longest;

  public void start(final Probe probe) {
    timer.schedule(new TimerTask() {
      @Override
      public void run() {
        long begin = System.nanoTime();
        checks++;
        if (!probe.alive()) {
          strikes++;
        }
        longest = Math.max(longest, System.nanoTime() - begin);
      }
    }, 0, 1000);
    timer.schedule(new TimerTask() {
      @Override
      public void run() {
        if (strikes > 0) {
          strikes--;
        }
        checks = 0;
      }
    }, 10_000, 10_000);
  }

  interface Probe {
    boolean alive();
  }
}

/** The same with a thread of its own. */
class LoopWatchdog {
  private volatile long ticks;
  private volatile boolean stop;
  private final Thread thread = new Thread(this::loop, "loop-watchdog");

  LoopWatchdog() {
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void loop() {
    while (!stop) {
      ticks++;
      if (ticks % 1000 == 0) {
        Thread.yield();
      }
    }
  }

  long ticks() {
    return ticks;
  }

  void stop() throws InterruptedException {
    stop = true;
    thread.join();
  }
}
