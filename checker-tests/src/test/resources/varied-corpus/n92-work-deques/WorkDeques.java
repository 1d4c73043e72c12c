package par.steal;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Each worker has a deque; idle workers steal from the others. */
public class WorkDeques {
    private final List<Deque<Runnable>> deques = new ArrayList<>();
    private final AtomicLong executed = new AtomicLong();
    private final AtomicLong stolen = new AtomicLong();
    private volatile boolean stop;

    public WorkDeques(int workers) {
        for (int i = 0; i < workers; i++) {
            deques.add(new ConcurrentLinkedDeque<>());
        }
        for (int i = 0; i < workers; i++) {
            new Worker(i).start();
        }
    }

    public void submit(Runnable r) {
        deques.get(ThreadLocalRandom.current().nextInt(deques.size())).addLast(r);
    }

    private final class Worker extends Thread {
        private final int me;
        private int idleRounds;

        Worker(int me) {
            this.me = me;
        }

        @Override
        public void run() {
            while (!stop) {
                Runnable r = deques.get(me).pollFirst();
                if (r == null) {
                    r = steal();
                }
                if (r == null) {
                    if (++idleRounds > 1000) {
                        idleRounds = 0;
                        Thread.yield();
                    }
                    continue;
                }
                r.run();
                executed.incrementAndGet();
            }
        }

        private Runnable steal() {
            Deque<Runnable> victim = deques.get((me + 1) % deques.size());
            Runnable r = victim.peekLast(); // RACE check-then-act #1
            if (r != null) { // RACE check-then-act #1
                victim.removeLast(); // RACE check-then-act #1
                stolen.incrementAndGet();
            }
            return r;
        }
    }

    /** Lets a caller help out. */
    public boolean help() {
        for (Deque<Runnable> d : deques) {
            try {
                Runnable r = d.removeLast();
                r.run();
                executed.incrementAndGet();
                return true;
            } catch (NoSuchElementException e) {
                continue;
            }
        }
        return false;
    }

    public void stop() {
        stop = true;
    }

    public String stats() {
        return executed + " executed, " + stolen + " stolen";
    }
}
