package publisher;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Publishes domain events. Business threads call {@link #publish}; completion callbacks are run by
 * the producer's I/O thread.
 */
public class EventPublisher {

    private final Producer<String, byte[]> producer;
    private final PublishStats stats = new PublishStats();
    private final AtomicInteger unacknowledged = new AtomicInteger();
    private final AtomicLong sequence = new AtomicLong();
    private final Object idle = new Object();
    private int openTransactions;
    private long sentBytes;

    public EventPublisher(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    public long publish(String topic, String key, byte[] event) {
        long seq = sequence.incrementAndGet();
        unacknowledged.incrementAndGet();
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, event);
        record.headers().add("seq", Long.toString(seq).getBytes());
        sentBytes += event.length; // RACE rmw #1
        stats.sent(topic);
        producer.send(record, new Completion(topic, event.length));
        return seq;
    }

    /** Sends the events and waits for all of them; returns the number of failures. */
    public int publishAll(String topic, Iterable<byte[]> events) throws InterruptedException {
        synchronized (idle) {
            openTransactions++;
        }
        int n = 0;
        AtomicInteger failed = new AtomicInteger();
        for (byte[] ignored : events) {
            n++;
        }
        CountDownLatch latch = new CountDownLatch(n);
        for (byte[] e : events) {
            producer.send(new ProducerRecord<>(topic, e), (md, ex) -> {
                if (ex != null) {
                    failed.incrementAndGet();
                }
                latch.countDown();
            });
        }
        latch.await(30, TimeUnit.SECONDS);
        synchronized (idle) {
            openTransactions--;
            idle.notifyAll();
        }
        return failed.get();
    }

    public void awaitIdle() throws InterruptedException {
        synchronized (idle) {
            while (openTransactions > 0) {
                idle.wait();
            }
        }
    }

    public long sentBytes() {
        return sentBytes;
    }

    public PublishStats stats() {
        return stats;
    }

    private final class Completion implements Callback {

        private final String topic;
        private final int size;

        Completion(String topic, int size) {
            this.topic = topic;
            this.size = size;
        }

        @Override
        public void onCompletion(RecordMetadata metadata, Exception e) {
            unacknowledged.decrementAndGet();
            if (e == null) {
                stats.acknowledged(topic, size);
            } else {
                stats.failed(topic);
            }
        }
    }
}
