package k51;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;

public class ConsumerGroup {
    private final List<ConsumerLoop> loops = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    public void start(int n, Supplier<Consumer<String, String>> factory, AuditProducer audit) {
        for (int i = 0; i < n; i++) {
            ConsumerLoop loop = new ConsumerLoop(factory.get(), audit);
            loops.add(loop);
            Thread t = new Thread(loop, "consumer-" + i);
            threads.add(t);
            t.start();
        }
    }

    public void stop() throws InterruptedException {
        for (ConsumerLoop l : loops) {
            l.shutdown();
        }
        for (Thread t : threads) {
            t.join();
        }
    }
}
