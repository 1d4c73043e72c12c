package outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** Polls in its own thread. */
public class InboxLoop implements Runnable {

    private final KafkaConsumer<String, String> consumer;
    private final Consumer<String> handler;
    private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    private int sinceCommit;
    private int poisoned;
    private volatile boolean stopped;

    public InboxLoop(KafkaConsumer<String, String> consumer, Consumer<String> handler) {
        this.consumer = consumer;
        this.handler = handler;
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                    handle(record);
                }
                if (sinceCommit >= 500) {
                    consumer.commitSync(offsets);
                    sinceCommit = 0;
                }
            }
        } catch (WakeupException e) {
            if (!stopped) {
                throw e;
            }
        } finally {
            consumer.close();
        }
    }

    private void handle(ConsumerRecord<String, String> record) {
        TopicPartition tp = new TopicPartition(record.topic(), record.partition());
        try {
            handler.accept(record.value());
        } catch (RuntimeException e) {
            if (++poisoned > 10) {
                throw e;
            }
        }
        OffsetAndMetadata old = offsets.get(tp);
        if (old == null || old.offset() <= record.offset()) {
            offsets.put(tp, new OffsetAndMetadata(record.offset() + 1));
        }
        sinceCommit++;
    }

    public void stop() {
        stopped = true;
        consumer.wakeup();
    }
}
