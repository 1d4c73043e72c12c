package make.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs targets of a build as soon as all they depend on is done. */
public class TargetRunner {
    static class Target {
        final String name;
        final Set<Target> deps = new HashSet<Target>();
        final List<Target> dependents = new ArrayList<Target>();
        final AtomicInteger waitingFor = new AtomicInteger();
        int remaining;

        Target(String name) {
            this.name = name;
        }

        /** While the graph is built, before anything runs. */
        void dependsOn(Target t) {
            if (deps.add(t)) {
                t.dependents.add(this);
                waitingFor.incrementAndGet();
                remaining++;
            }
        }
    }

    private final ExecutorService pool;
    private final Map<String, Long> durations = new ConcurrentHashMap<String, Long>();
    private final Map<String, Target> targets = new LinkedHashMap<String, Target>();
    private long totalMillis;
    private int executed;

    public TargetRunner(ExecutorService pool) {
        this.pool = pool;
    }

    public Target target(String name) {
        Target t = targets.get(name);
        if (t == null) {
            t = new Target(name);
            targets.put(name, t);
        }
        return t;
    }

    public void run() throws InterruptedException {
        Collection<Target> all = targets.values();
        CountDownLatch done = new CountDownLatch(all.size());
        for (Target t : all) {
            if (t.deps.isEmpty()) {
                submit(t, done);
            }
        }
        done.await();
        executed += all.size();
    }

    private void submit(final Target t, final CountDownLatch done) {
        pool.execute(new Runnable() {
            public void run() {
                long begin = System.currentTimeMillis();
                try {
                    execute(t);
                } finally {
                    long took = System.currentTimeMillis() - begin;
                    durations.put(t.name, took);
                    totalMillis += took; // RACE rmw
                    for (Target d : t.dependents) {
                        d.remaining--; // RACE rmw
                        if (d.waitingFor.decrementAndGet() == 0) {
                            submit(d, done);
                        }
                    }
                    done.countDown();
                }
            }
        });
    }

    protected void execute(Target t) {
        System.out.println("[" + t.name + "]");
    }

    public long getTotalMillis() {
        return totalMillis;
    }

    public int getExecuted() {
        return executed;
    }
}
