package auditlog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Consumes audit records. Partitions are paused while a worker has their records; the worker's
 * result comes back to the polling thread through a queue.
 */
public class AuditConsumer implements Runnable, ConsumerRebalanceListener {

    private final KafkaConsumer<String, String> consumer;
    private final ExecutorService workers;
    private final Sink sink;
    private final ConcurrentLinkedQueue<Done> finished = new ConcurrentLinkedQueue<>();
    private final Map<TopicPartition, Long> inWork = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> toCommit = new HashMap<>();
    private final Set<TopicPartition> owned = new HashSet<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private long consumed;
    private int rebalances;

    public AuditConsumer(KafkaConsumer<String, String> consumer, ExecutorService workers, Sink sink) {
        this.consumer = consumer;
        this.workers = workers;
        this.sink = sink;
    }

    @Override
    public void run() {
        try {
            consumer.subscribe(List.of("audit"), this);
            while (!closed.get()) {
                ConsumerRecords<String, String> records = consumer.poll(Duration.ofMillis(100));
                for (TopicPartition tp : records.partitions()) {
                    consumed += records.records(tp).size();
                    hand(tp, records.records(tp));
                }
                collect();
                if (!toCommit.isEmpty()) {
                    consumer.commitSync(toCommit);
                    toCommit.clear();
                }
            }
        } catch (WakeupException e) {
            if (!closed.get()) {
                throw e;
            }
        } finally {
            consumer.close();
        }
    }

    private void hand(TopicPartition tp, List<ConsumerRecord<String, String>> batch) {
        inWork.put(tp, batch.get(batch.size() - 1).offset());
        consumer.pause(List.of(tp));
        workers.execute(() -> {
            List<String> lines = new ArrayList<>();
            for (ConsumerRecord<String, String> r : batch) {
                for (String part : r.value().split("\n")) {
                    lines.add(r.key() + part);
                }
            }
            sink.write(lines);
            finished.add(new Done(tp, batch.get(batch.size() - 1).offset()));
        });
    }

    private void collect() {
        Done d;
        while ((d = finished.poll()) != null) {
            TopicPartition tp = d.partition();
            if (!owned.contains(tp)) {
                continue;
            }
            Long last = inWork.get(tp);
            if (last != null && last == d.offset()) {
                inWork.remove(tp);
                toCommit.put(tp, new OffsetAndMetadata(d.offset() + 1));
                consumer.resume(List.of(tp));
            }
        }
    }

    /** Called by poll. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        owned.removeAll(partitions);
        inWork.keySet().removeAll(partitions);
        toCommit.keySet().removeAll(partitions);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        rebalances++;
        owned.addAll(partitions);
    }

    public void close() {
        if (closed.compareAndSet(false, true)) {
            consumer.wakeup();
        }
    }

    private record Done(TopicPartition partition, long offset) {
    }

    /** Where audit lines end up; thread-safe. */
    public interface Sink {
        void write(List<String> lines);
    }
}
