package net.carrier;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Sessions post, the ticker flushes. */
public class Link {
  private final Outbox outbox = new Outbox();
  private final ExecutorService sessions = Executors.newFixedThreadPool(20);
  private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor();
  private long sent;
  private int emptyRounds;

  public void start() {
    ticker.scheduleWithFixedDelay(this::tick, 10, 10, TimeUnit.MILLISECONDS);
  }

  private void tick() {
    List<String> batch = outbox.flush();
    if (batch.isEmpty()) {
      emptyRounds++;
    } else {
      emptyRounds = 0;
      batch.removeIf(String::isEmpty);
      sent += batch.size();
    }
  }

  public void session(String peer, int messages) {
    sessions.execute(() -> {
      int urgent = 0;
      for (int i = 0; i < messages; i++) {
        if (i % 10 == 0) {
          outbox.postExpress(peer + "!" + i);
          urgent++;
        } else {
          outbox.post(peer + " " + i);
        }
      }
      outbox.post(peer + " urgent " + urgent);
    });
  }
}
