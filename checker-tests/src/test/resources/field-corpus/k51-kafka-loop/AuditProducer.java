package k51;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Shared by all consumer loops; the callback runs in the producer's I/O thread. */
public class AuditProducer {
    private final Producer<String, String> producer;
    private final AtomicLong acked = new AtomicLong();
    private final List<String> failedKeys = new ArrayList<>();
    private int inFlight;
    private int errors;

    public AuditProducer(Producer<String, String> producer) {
        this.producer = producer;
    }

    void send(String key, String value) {
        inFlight++; // RACE rmw #1
        producer.send(new ProducerRecord<>("audit", key, value), (metadata, e) -> {
            inFlight--; // RACE rmw #1
            if (e != null) {
                errors++; // MAYBE
                failedKeys.add(key); // MAYBE
            } else {
                acked.incrementAndGet();
            }
        });
    }

    public int inFlight() {
        return inFlight;
    }

    public String state() {
        return acked.get() + " acked, " + errors + " errors";
    }
}
