package k58;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public class SloppyStress {
    private int failures;

    public void testMany(Runnable subject) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        int submitted = 0;
        final int[] done = {0};
        for (int i = 0; i < 100; i++) {
            submitted++;
            pool.submit(() -> {
                try {
                    subject.run();
                } catch (RuntimeException e) {
                    failures++; // RACE rmw #1
                }
                done[0]++; // RACE rmw #2
            });
        }
        pool.shutdown();
        if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
            failures++; // MAYBE
        }
        if (failures > 0 || done[0] != submitted) {
            throw new AssertionError(failures + " of " + submitted);
        }
    }
}
