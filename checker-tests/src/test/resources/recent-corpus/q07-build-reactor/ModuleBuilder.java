package org.forge.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Builds the modules of a reactor in parallel. */
public final class ModuleBuilder {

    /** What became of one build. */
    public static final class BuildSummary {
        private final List<Throwable> exceptions = Collections.synchronizedList(new ArrayList<Throwable>());
        private final Map<String, Long> durations = new LinkedHashMap<String, Long>();
        private final List<String> skipped = new ArrayList<String>();
        private final List<String> order = new ArrayList<String>();

        void addException(Throwable t) {
            exceptions.add(t);
        }

        void addDuration(String module, long millis) {
            durations.put(module, Long.valueOf(millis)); // RACE unsafe-collection
        }

        void addSkipped(String module) {
            synchronized (skipped) {
                skipped.add(module);
            }
        }

        void addFinished(String module) {
            order.add(module);
        }

        public List<String> getOrder() {
            return order;
        }

        public Map<String, Long> getDurations() {
            return durations;
        }
    }

    private final int threads;

    public ModuleBuilder(int threads) {
        this.threads = threads;
    }

    public BuildSummary build(Collection<String> modules) throws InterruptedException {
        final BuildSummary summary = new BuildSummary();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        Map<String, Future<Boolean>> futures = new LinkedHashMap<String, Future<Boolean>>();
        try {
            for (final String module : modules) {
                futures.put(module, executor.submit(new Callable<Boolean>() {
                    public Boolean call() {
                        return Boolean.valueOf(buildOne(module, summary));
                    }
                }));
            }
            for (Map.Entry<String, Future<Boolean>> e : futures.entrySet()) {
                try {
                    if (e.getValue().get().booleanValue()) {
                        summary.addFinished(e.getKey());
                    }
                } catch (ExecutionException ex) {
                    summary.addException(ex.getCause());
                }
            }
        } finally {
            executor.shutdown();
        }
        return summary;
    }

    private boolean buildOne(String module, BuildSummary summary) {
        long start = System.currentTimeMillis();
        List<String> goals = new ArrayList<String>();
        goals.add("compile");
        if (module.endsWith("-bom")) {
            summary.addSkipped(module);
            return false;
        }
        goals.add("package");
        try {
            for (String goal : goals) {
                execute(module, goal);
            }
        } catch (RuntimeException ex) {
            summary.addException(ex);
            return false;
        }
        summary.addDuration(module, System.currentTimeMillis() - start);
        return true;
    }

    private void execute(String module, String goal) {
        if (module.isEmpty()) {
            throw new IllegalArgumentException("no module for " + goal);
        }
    }
}
