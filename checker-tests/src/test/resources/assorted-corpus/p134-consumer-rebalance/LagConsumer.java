package clicks.consume;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** The consumer, its rebalance listener and all state live on the polling thread. */
public class LagConsumer implements Runnable, ConsumerRebalanceListener {
    private final Consumer<String, String> consumer;
    private final Map<TopicPartition, OffsetAndMetadata> toCommit = new HashMap<>();
    private final Map<String, Integer> perUser = new HashMap<>();
    private volatile boolean closing;
    private volatile long consumed;
    private int rebalances;
    private int sinceCommit;

    public LagConsumer(Consumer<String, String> consumer) {
        this.consumer = consumer;
    }

    public Thread start() {
        Thread t = new Thread(this, "lag-consumer");
        t.start();
        return t;
    }

    @Override
    public void run() {
        try {
            consumer.subscribe(List.of("clicks"), this);
            while (!closing) {
                ConsumerRecords<String, String> rs = consumer.poll(Duration.ofMillis(200));
                for (ConsumerRecord<String, String> r : rs) {
                    handle(r);
                }
                if (sinceCommit > 1000) {
                    commit();
                }
            }
        } catch (WakeupException e) {
            if (!closing) {
                throw e;
            }
        } finally {
            commit();
            consumer.close();
        }
    }

    private void handle(ConsumerRecord<String, String> r) {
        Integer n = perUser.get(r.key());
        perUser.put(r.key(), n == null ? 1 : n + 1);
        toCommit.put(new TopicPartition(r.topic(), r.partition()), new OffsetAndMetadata(r.offset() + 1));
        sinceCommit++;
        consumed++;
    }

    private void commit() {
        consumer.commitSync(toCommit);
        toCommit.clear();
        sinceCommit = 0;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        rebalances++;
        commit();
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        rebalances++;
        for (TopicPartition p : partitions) {
            toCommit.remove(p);
        }
    }

    public long consumed() {
        return consumed;
    }

    public void shutdown() {
        closing = true;
        consumer.wakeup();
    }
}
