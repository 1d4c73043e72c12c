package com.shopwave.events;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes domain events. One publisher per process, used by all services. */
public class EventPublisher implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EventPublisher.class);

  private final Producer<String, byte[]> producer;
  private final String topic;
  private int inFlight;
  private final AtomicLong bytes = new AtomicLong();
  private final Map<Integer, Long> offsets = new HashMap<>();
  private long acked;
  private long backPressured;

  public EventPublisher(Properties config, String topic) {
    this.producer = new KafkaProducer<>(config);
    this.topic = topic;
  }

  public void publish(String key, byte[] payload) {
    inFlight++; // RACE rmw
    producer.send(new ProducerRecord<>(topic, key, payload), this::onCompletion);
    bytes.addAndGet(payload.length);
  }

  private void onCompletion(RecordMetadata meta, Exception e) {
    inFlight--; // RACE rmw
    if (e != null) {
      log.warn("send failed", e);
      return;
    }
    acked++;
    offsets.put(meta.partition(), meta.offset());
    if (acked % 10_000 == 0) {
      log.info("{} events acknowledged, partitions {}", acked, offsets.keySet());
    }
  }

  public synchronized void publishBounded(String key, byte[] payload) throws InterruptedException {
    while (inFlight > 10_000) {
      backPressured++;
      wait(10);
    }
    publish(key, payload);
  }

  @Override
  public void close() {
    producer.close();
  }
}
