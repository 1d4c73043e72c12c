package r36kafkapoller;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Poll loop of the payment topic. {@link #close()} may be called by any thread. */
public class PaymentPoller implements Runnable, AutoCloseable {

    private static final Logger LOG = LogManager.getLogger();

    private final KafkaConsumer<String, String> consumer;
    private final Consumer<String> handler;
    private final Map<TopicPartition, OffsetAndMetadata> pending = new HashMap<>();
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean closing;
    private int uncommitted;
    private int failures;
    private long total;

    public PaymentPoller(KafkaConsumer<String, String> consumer, Consumer<String> handler) {
        this.consumer = consumer;
        this.handler = handler;
    }

    @Override
    public void run() {
        try {
            consumer.subscribe(List.of("payments"));
            while (!closing) {
                ConsumerRecords<String, String> records = consumer.poll(Duration.ofMillis(500));
                for (ConsumerRecord<String, String> record : records) {
                    handle(record);
                }
                if (uncommitted >= 100 || records.isEmpty()) {
                    commit();
                }
            }
        } catch (WakeupException e) {
            LOG.debug("woken up");
        } finally {
            commit();
            consumer.close();
            LOG.info("{} payments, {} failures", total, failures);
            done.countDown();
        }
    }

    private void handle(ConsumerRecord<String, String> record) {
        try {
            handler.accept(record.value());
        } catch (RuntimeException e) {
            failures++;
            LOG.warn("payment {}", record.key(), e);
        }
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        OffsetAndMetadata before = pending.get(partition);
        if (before == null || before.offset() <= record.offset()) {
            pending.put(partition, new OffsetAndMetadata(record.offset() + 1));
        }
        uncommitted++;
        total++;
    }

    private void commit() {
        if (!pending.isEmpty()) {
            consumer.commitSync(pending);
            pending.clear();
            uncommitted = 0;
        }
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        consumer.wakeup();
        done.await();
    }

    public static PaymentPoller start(KafkaConsumer<String, String> consumer, Consumer<String> handler) {
        PaymentPoller poller = new PaymentPoller(consumer, handler);
        new Thread(poller, "payments").start();
        return poller;
    }
}
