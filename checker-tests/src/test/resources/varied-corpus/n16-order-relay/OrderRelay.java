package relay.orders;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Copies enriched orders from one topic to another; one thread polls. */
public class OrderRelay implements Runnable {
    private final Consumer<String, String> consumer;
    private final Producer<String, String> producer;
    private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
    private volatile boolean running = true;
    private int inFlight;
    private int sent;
    private int polled;

    public OrderRelay(Consumer<String, String> consumer, Producer<String, String> producer) {
        this.consumer = consumer;
        this.producer = producer;
    }

    @Override
    public void run() {
        while (running) {
            for (ConsumerRecord<String, String> r : consumer.poll(Duration.ofMillis(200))) {
                polled++;
                forward(r);
                done.put(new TopicPartition(r.topic(), r.partition()), new OffsetAndMetadata(r.offset() + 1));
            }
            if (!done.isEmpty()) {
                consumer.commitSync(done);
                done.clear();
            }
        }
    }

    private void forward(ConsumerRecord<String, String> r) {
        inFlight++; // RACE rmw #1
        sent++;
        producer.send(new ProducerRecord<>("orders.enriched", r.key(), r.value().trim()), (meta, error) -> {
            inFlight--; // RACE rmw #1
            if (error != null) {
                System.err.println(r.key() + " lost: " + error);
            }
        });
    }

    public void stop() {
        running = false;
    }

    @Override
    public String toString() {
        return "relay[polled=" + polled + ", sent=" + sent + ", inFlight=" + inFlight + "]";
    }
}
