package task.progress;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.DoubleAdder;

class Conversion {
    private final DoubleAdder exact = new DoubleAdder();
    private int started;

    void convert(List<List<String>> batches) throws InterruptedException {
        Progress root = new Progress(p -> System.out.printf("%3.0f%%%n", p * 100));
        ExecutorService pool = Executors.newFixedThreadPool(4);
        for (List<String> batch : batches) {
            Progress mine = root.child(1.0 / batches.size());
            started++;
            pool.execute(() -> {
                StringBuilder out = new StringBuilder();
                int n = 0;
                for (String s : batch) {
                    out.append(s.toUpperCase());
                    n++;
                    mine.advance(1.0 / batch.size());
                    exact.add(1.0 / batch.size());
                }
                System.out.println(n + " -> " + out.length());
            });
        }
        pool.shutdown();
        pool.awaitTermination(1, TimeUnit.HOURS);
        System.out.println(started + " batches, " + exact.sum() + ", " + root.steps());
    }
}
