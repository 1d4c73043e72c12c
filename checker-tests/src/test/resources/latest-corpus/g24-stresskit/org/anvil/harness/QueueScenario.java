package org.anvil.harness;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Checks that no element of a queue is handed out twice. */
public class QueueScenario extends Scenario {
    private final Queue<Integer> queue = new ConcurrentLinkedQueue<>();
    private final BitSet taken = new BitSet();
    private final Set<Integer> sources = new HashSet<>();
    private int prepared;

    @Override
    protected void setUp() {
        for (int i = 0; i < 1000; i++) {
            queue.add(i);
            prepared++;
        }
    }

    @Override
    protected void step(int worker, int round) {
        if (round % 2 == 0) {
            queue.add(prepared + worker * 10_000 + round);
            return;
        }
        Integer i = queue.poll();
        if (i == null) {
            return;
        }
        boolean twice;
        synchronized (taken) {
            twice = taken.get(i);
            taken.set(i);
        }
        check(!twice, "twice: " + i);
        if (!sources.contains(worker)) {
            sources.add(worker); // RACE unguarded-collection #3
        }
    }

    public static void main(String[] args) throws InterruptedException {
        System.out.println(new StressRunner(8, 5000).run(new QueueScenario()));
    }
}
