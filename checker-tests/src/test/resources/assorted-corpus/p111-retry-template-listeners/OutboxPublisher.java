package io.postroom.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Outbox pattern: a scheduled poller hands rows to a pool of publishers. */
@Service
public class OutboxPublisher implements InitializingBean, DisposableBean {
  public record Row(long id, String topic, String payload) {}

  public interface Rows {
    List<Row> next(int max);

    void done(long id);
  }

  private final Rows rows;
  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(2, 8, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(500));
  private final Map<String, Long> publishedByTopic = new ConcurrentHashMap<>();
  private final Map<Long, Integer> attempts = new ConcurrentHashMap<>();
  private final Map<String, String> aliases = new LinkedHashMap<>();
  private final List<Long> poisoned = new ArrayList<>();
  private int polls;
  private long published;
  private Instant lastPoll;

  public OutboxPublisher(Rows rows) {
    this.rows = rows;
  }

  @Override
  public void afterPropertiesSet() {
    aliases.put("ord", "orders");
    if (!aliases.containsKey("inv")) {
      aliases.put("inv", "invoices");
    }
  }

  @Scheduled(fixedDelayString = "${outbox.delay:500}")
  public void poll() {
    polls++;
    lastPoll = Instant.now();
    for (Row r : rows.next(100)) {
      pool.execute(() -> publish(r));
    }
  }

  private void publish(Row r) {
    String topic = aliases.getOrDefault(r.topic(), r.topic());
    try {
      send(topic, r.payload());
      publishedByTopic.merge(topic, 1L, Long::sum);
      published++; // RACE rmw
      rows.done(r.id());
      attempts.remove(r.id());
    } catch (IllegalStateException e) {
      int n = attempts.merge(r.id(), 1, Integer::sum);
      if (n > 5) {
        synchronized (poisoned) {
          poisoned.add(r.id());
        }
      }
    }
  }

  protected void send(String topic, String payload) {
    if (payload.isEmpty()) {
      throw new IllegalStateException(topic);
    }
  }

  @EventListener
  public void onRetryRequested(String topic) {
    publishedByTopic.computeIfPresent(topic, (t, n) -> n > 0 ? n - 1 : 0);
    List<Long> again;
    synchronized (poisoned) {
      again = new ArrayList<>(poisoned); // RACE split-lock #1
    }
    for (Long id : again) {
      attempts.put(id, 0);
    }
    synchronized (poisoned) {
      poisoned.clear(); // RACE split-lock #1
    }
  }

  @Override
  public void destroy() {
    pool.shutdown();
  }
}
