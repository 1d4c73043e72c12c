package org.pacer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Several periodic jobs on one thread share their state without locks. */
public class Heartbeat {
  private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor();
  private final List<ScheduledFuture<?>> jobs = new ArrayList<>();
  private final List<String> missed = new ArrayList<>();
  private int beats;
  private int silence;
  private volatile int published;

  public Heartbeat(Peers peers) {
    jobs.add(beat.scheduleAtFixedRate(() -> ping(peers), 0, 1, TimeUnit.SECONDS));
    jobs.add(beat.scheduleWithFixedDelay(this::judge, 500, 5000, TimeUnit.MILLISECONDS));
  }

  private void ping(Peers peers) {
    beats++;
    if (!peers.answer()) {
      silence++;
      missed.add("beat " + beats);
    } else {
      silence = 0;
    }
  }

  private void judge() {
    if (silence > 3) {
      missed.clear();
      silence -= 3;
    }
    beats = 0;
    published++;
  }

  public int published() {
    return published;
  }

  public void close() {
    for (ScheduledFuture<?> j : jobs) {
      j.cancel(false);
    }
    beat.shutdown();
  }

  interface Peers {
    boolean answer();
  }
}
