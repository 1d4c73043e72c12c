package bio.align;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Phaser;

/** Two phases: all workers index their part, then one merges, then all align. */
public class Aligner {
    private final List<String> reads;
    private final int workers;
    private final List<Map<String, Integer>> partial = new ArrayList<>();
    private final Map<String, Integer> index = new HashMap<>();
    private final int[] matches;
    private int merged;
    private long misses;
    private final Phaser phaser;

    public Aligner(List<String> reads, int workers) {
        this.reads = reads;
        this.workers = workers;
        this.matches = new int[workers];
        for (int i = 0; i < workers; i++) {
            partial.add(new HashMap<>());
        }
        phaser = new Phaser(workers) {
            @Override
            protected boolean onAdvance(int phase, int parties) {
                if (phase == 0) {
                    for (Map<String, Integer> p : partial) {
                        p.forEach((k, v) -> index.merge(k, v, Integer::sum));
                        merged++;
                    }
                }
                return phase == 1 || parties == 0;
            }
        };
    }

    private void work(int me) {
        Map<String, Integer> mine = partial.get(me);
        for (int i = me; i < reads.size(); i += workers) {
            String r = reads.get(i);
            for (int k = 0; k + 4 <= r.length(); k++) {
                mine.merge(r.substring(k, k + 4), 1, Integer::sum);
            }
        }
        phaser.arriveAndAwaitAdvance();
        for (int i = me; i < reads.size(); i += workers) {
            String r = reads.get(i);
            if (r.length() < 4) {
                continue;
            }
            if (index.getOrDefault(r.substring(0, 4), 0) > 1) {
                matches[me]++;
            } else {
                misses++; // RACE rmw
            }
        }
        phaser.arriveAndAwaitAdvance();
    }

    public int align() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            final int me = i;
            Thread t = new Thread(() -> work(me));
            threads.add(t);
            t.start();
        }
        int sum = 0;
        for (int i = 0; i < workers; i++) {
            threads.get(i).join();
            sum += matches[i];
        }
        System.out.println(merged + " parts, " + misses + " misses");
        return sum;
    }
}
