package org.example.maven.lifecycle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds the reactor's modules in parallel. */
public class ParallelBuilder {

    private static final Logger log = LoggerFactory.getLogger(ParallelBuilder.class);

    private final ModuleBuilder moduleBuilder;
    private final int degree;

    public ParallelBuilder(ModuleBuilder moduleBuilder, int degree) {
        this.moduleBuilder = moduleBuilder;
        this.degree = degree;
    }

    /** Outcome of the whole session. */
    public static class ExecutionResult {
        private final List<Throwable> exceptions = new ArrayList<>();
        private final Map<String, Long> summaries = Collections.synchronizedMap(new HashMap<>());

        public ExecutionResult addException(Throwable e) {
            exceptions.add(e); // RACE unsafe-collection
            return this;
        }

        public void addBuildSummary(String project, long time) {
            summaries.put(project, time);
        }

        public boolean hasExceptions() {
            return !exceptions.isEmpty();
        }
    }

    public ExecutionResult build(List<String> modules, Map<String, List<String>> downstream) throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(degree);
        CompletionService<String> service = new ExecutorCompletionService<>(executor);
        ExecutionResult result = new ExecutionResult();
        Map<String, Integer> waitingFor = new HashMap<>();
        downstream.values().forEach(l -> l.forEach(m -> waitingFor.merge(m, 1, Integer::sum)));
        int scheduled = 0;
        try {
            for (String m : modules) {
                if (!waitingFor.containsKey(m)) {
                    service.submit(createBuildCallable(m, result));
                    scheduled++;
                }
            }
            for (int finished = 0; finished < scheduled; finished++) {
                String done;
                try {
                    done = service.take().get();
                } catch (ExecutionException e) {
                    log.error("internal", e.getCause());
                    continue;
                }
                for (String d : downstream.getOrDefault(done, List.of())) {
                    int left = waitingFor.get(d) - 1;
                    waitingFor.put(d, left);
                    if (left == 0) {
                        service.submit(createBuildCallable(d, result));
                        scheduled++;
                    }
                }
            }
        } finally {
            executor.shutdown();
        }
        return result;
    }

    private Callable<String> createBuildCallable(String module, ExecutionResult result) {
        return () -> {
            long start = System.currentTimeMillis();
            try {
                moduleBuilder.buildProject(module);
            } catch (RuntimeException e) {
                result.addException(e);
            }
            result.addBuildSummary(module, System.currentTimeMillis() - start);
            return module;
        };
    }
}
