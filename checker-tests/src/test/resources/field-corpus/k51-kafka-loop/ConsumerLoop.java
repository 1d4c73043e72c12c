package k51;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** One per thread, as the client demands. */
public class ConsumerLoop implements Runnable {
    private final Consumer<String, String> consumer;
    private final AuditProducer audit;
    private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    private int sinceCommit;
    private volatile long processed; // for the health page
    private volatile boolean closing;

    public ConsumerLoop(Consumer<String, String> consumer, AuditProducer audit) {
        this.consumer = consumer;
        this.audit = audit;
    }

    @Override
    public void run() {
        try {
            while (!closing) {
                for (ConsumerRecord<String, String> r : consumer.poll(Duration.ofMillis(100))) {
                    audit.send(r.key(), r.value());
                    offsets.put(new TopicPartition(r.topic(), r.partition()), new OffsetAndMetadata(r.offset() + 1));
                    processed++;
                    if (++sinceCommit >= 500) {
                        consumer.commitSync(offsets);
                        offsets.clear();
                        sinceCommit = 0;
                    }
                }
            }
        } catch (WakeupException e) {
            if (!closing) {
                throw e;
            }
        } finally {
            consumer.close();
        }
    }

    public void shutdown() {
        closing = true;
        consumer.wakeup();
    }

    public long processed() {
        return processed;
    }
}
