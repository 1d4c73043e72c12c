package offsets;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Polls on one thread, processes on a worker pool, and commits what has been processed. */
public class PartitionWorkerPool implements Runnable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final Consumer<ConsumerRecord<String, byte[]>> handler;
    private final ExecutorService workers = Executors.newFixedThreadPool(8);
    private final Map<TopicPartition, Long> done = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Integer> inFlight = new HashMap<>();
    private final Map<String, Integer> failures = new HashMap<>();
    private volatile boolean running = true;

    /** Only used by the polling thread. */
    private long lastCommit;
    private int emptyPolls;

    public PartitionWorkerPool(KafkaConsumer<String, byte[]> consumer,
            Consumer<ConsumerRecord<String, byte[]>> handler) {
        this.consumer = consumer;
        this.handler = handler;
    }

    @Override
    public void run() {
        consumer.subscribe(List.of("events"));
        try {
            while (running) {
                ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofMillis(200));
                if (records.isEmpty()) {
                    emptyPolls++;
                } else {
                    emptyPolls = 0;
                }
                for (TopicPartition tp : records.partitions()) {
                    List<ConsumerRecord<String, byte[]>> batch = records.records(tp);
                    synchronized (inFlight) {
                        inFlight.merge(tp, batch.size(), Integer::sum);
                    }
                    workers.submit(() -> process(tp, batch));
                }
                commitIfDue();
            }
        } finally {
            workers.shutdown();
            consumer.close();
        }
    }

    private void process(TopicPartition tp, List<ConsumerRecord<String, byte[]>> batch) {
        for (ConsumerRecord<String, byte[]> record : batch) {
            try {
                handler.accept(record);
            } catch (RuntimeException e) {
                failures.merge(record.topic(), 1, Integer::sum); // RACE unsafe-collection #1
            }
            done.merge(tp, record.offset() + 1, Math::max);
        }
        synchronized (inFlight) {
            inFlight.computeIfPresent(tp, (k, n) -> n > batch.size() ? n - batch.size() : null);
        }
    }

    private void commitIfDue() {
        long now = System.currentTimeMillis();
        if (now - lastCommit < 5_000 && emptyPolls < 10) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        done.forEach((tp, o) -> offsets.put(tp, new OffsetAndMetadata(o)));
        if (!offsets.isEmpty()) {
            consumer.commitSync(offsets);
            offsets.forEach((tp, o) -> done.remove(tp, o.offset()));
        }
        lastCommit = now;
    }

    public void stop() {
        running = false;
    }
}
