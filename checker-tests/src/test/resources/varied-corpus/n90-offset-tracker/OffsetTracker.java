package stream.offsets;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Records are handled on a pool; the poll thread commits what has been handled. */
public class OffsetTracker implements Runnable, ConsumerRebalanceListener {
    private final Consumer<byte[], byte[]> consumer;
    private final ExecutorService handlers = Executors.newFixedThreadPool(8);
    private final Map<TopicPartition, Long> handled = new ConcurrentHashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
    private final Map<TopicPartition, Integer> failures = new TreeMap<>(java.util.Comparator.comparing(TopicPartition::toString));
    private int rebalances;
    private int polls;
    private volatile boolean stop;

    public OffsetTracker(Consumer<byte[], byte[]> consumer, String topic) {
        this.consumer = consumer;
        consumer.subscribe(List.of(topic), this);
    }

    @Override
    public void run() {
        while (!stop) {
            polls++;
            for (ConsumerRecord<byte[], byte[]> r : consumer.poll(Duration.ofMillis(100))) {
                handlers.execute(() -> handle(r));
            }
            if (polls % 50 == 0) {
                commit();
            }
        }
    }

    private void handle(ConsumerRecord<byte[], byte[]> r) {
        TopicPartition tp = new TopicPartition(r.topic(), r.partition());
        try {
            new String(r.value());
        } catch (RuntimeException e) {
            failures.merge(tp, 1, Integer::sum); // RACE unsafe-collection
        }
        Long top = handled.get(tp); // RACE check-then-act #1
        if (top == null || top < r.offset()) { // RACE check-then-act #1
            handled.put(tp, r.offset()); // RACE check-then-act #1
        }
    }

    private void commit() {
        for (Map.Entry<TopicPartition, Long> e : handled.entrySet()) {
            committed.put(e.getKey(), new OffsetAndMetadata(e.getValue() + 1));
        }
        consumer.commitAsync(committed, null);
    }

    /** Runs inside poll(). */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        rebalances++;
        commit();
        for (TopicPartition tp : partitions) {
            committed.remove(tp);
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        rebalances += partitions.isEmpty() ? 0 : 1;
    }

    public void stop() {
        stop = true;
        consumer.wakeup();
        handlers.shutdown();
    }
}
