package shop.orders;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
public class OrderListener {
  private final Map<String, Long> totals = new ConcurrentHashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final Map<Integer, Long> lastOffset = new ConcurrentHashMap<>();
  private int processed;
  private final List<String> audit = new ArrayList<>();

  @KafkaListener(topics = "orders", concurrency = "4")
  public void onOrder(ConsumerRecord<String, Long> record) {
    if (!seen.add(record.topic() + record.partition() + record.offset())) { // RACE unsafe-collection
      return;
    }
    totals.merge(record.key(), record.value(), Long::sum);
    lastOffset.put(record.partition(), record.offset());
    processed++; // RACE rmw
  }

  @KafkaListener(topics = "refunds", concurrency = "4")
  public void onRefund(ConsumerRecord<String, Long> record) {
    Long t = totals.get(record.key()); // RACE check-then-act #1
    if (t != null) {
      totals.put(record.key(), t - record.value()); // RACE check-then-act #1
    }
    synchronized (audit) {
      audit.add("refund " + record.key());
    }
  }

  public List<String> audit() {
    synchronized (audit) {
      return new ArrayList<>(audit);
    }
  }

  public int processed() {
    return processed;
  }
}

/** Consumes on its one container thread. */
@Component
class RateTable {
  private final Map<String, Long> pending = new HashMap<>();
  private volatile Map<String, Long> rates = Map.of();
  private int changes;

  @KafkaListener(topics = "rates", concurrency = "1")
  void onRate(ConsumerRecord<String, Long> record) {
    pending.put(record.key(), record.value());
    changes++;
    if (changes % 10 == 0) {
      Map<String, Long> copy = new HashMap<>(rates);
      copy.putAll(pending);
      pending.clear();
      rates = copy;
    }
  }

  long rate(String currency) {
    return rates.getOrDefault(currency, 1L);
  }
}
