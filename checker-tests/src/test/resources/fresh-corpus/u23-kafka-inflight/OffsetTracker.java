package com.shopwave.events;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Poll loop with commits every now and then. */
class OffsetTracker implements Runnable {
  private final Consumer<String, byte[]> consumer;
  private final String topic;
  private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
  private volatile boolean stopped;
  private int sinceCommit;
  private int commits;

  OffsetTracker(Consumer<String, byte[]> consumer, String topic) {
    this.consumer = consumer;
    this.topic = topic;
  }

  @Override
  public void run() {
    consumer.subscribe(List.of(topic));
    try {
      while (!stopped) {
        for (ConsumerRecord<String, byte[]> r : consumer.poll(Duration.ofMillis(100))) {
          done.put(new TopicPartition(r.topic(), r.partition()), new OffsetAndMetadata(r.offset() + 1));
          sinceCommit++;
        }
        if (sinceCommit >= 500) {
          Map<TopicPartition, OffsetAndMetadata> batch = Collections.unmodifiableMap(new HashMap<>(done));
          consumer.commitAsync(batch, (offsets, e) -> {
            if (e == null) {
              commits++;
              done.entrySet().removeAll(offsets.entrySet());
            }
          });
          sinceCommit = 0;
        }
      }
    } finally {
      consumer.close();
    }
  }

  void stop() {
    stopped = true;
    consumer.wakeup();
  }
}
