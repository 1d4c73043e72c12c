package outbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends the rows of the outbox table to Kafka. One relay thread calls {@link #relay}. */
public class OutboxRelay {

    private final Producer<String, String> producer;
    private final Map<Integer, Long> acknowledged = new ConcurrentHashMap<>();
    private final AtomicReference<Exception> firstError = new AtomicReference<>();
    private volatile int failures;
    private int rounds;
    private long relayed;

    public OutboxRelay(Producer<String, String> producer) {
        this.producer = producer;
    }

    /** Returns how many sends failed since the previous round. */
    public int relay(List<String> rows) {
        rounds++;
        for (String row : rows) {
            relayed++;
            producer.send(new ProducerRecord<>("outbox", row), (metadata, error) -> {
                if (error != null) {
                    failures++; // RACE read-modify-write #1
                    firstError.compareAndSet(null, error);
                } else {
                    acknowledged.merge(metadata.partition(), metadata.offset(), Math::max);
                }
            });
        }
        int failed = failures; // RACE read-modify-write #1
        failures = 0; // RACE read-modify-write #1
        return failed;
    }

    public List<Long> sendAndWait(Collection<String> rows) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(rows.size());
        long[] offsets = new long[rows.size()];
        int i = 0;
        for (String row : rows) {
            final int slot = i++;
            producer.send(new ProducerRecord<>("outbox", row), (metadata, error) -> {
                offsets[slot] = error == null ? metadata.offset() : -1;
                done.countDown();
            });
        }
        producer.flush();
        done.await();
        List<Long> result = new ArrayList<>();
        for (long o : offsets) {
            if (o >= 0) {
                result.add(o);
            }
        }
        return result;
    }

    public String status() {
        return rounds + " rounds, " + relayed + " rows, acknowledged " + acknowledged;
    }
}
