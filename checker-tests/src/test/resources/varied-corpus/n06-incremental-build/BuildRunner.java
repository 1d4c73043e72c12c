package dev.kiln.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Compiles the modules of one level in parallel, then moves on to the next level. */
public final class BuildRunner {
    private final ExecutorService workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final Map<String, Long> durations = new HashMap<>();
    private final List<String> failed = new ArrayList<>();
    private int compiled;

    /** Called by the command line front end only. */
    public boolean build(List<List<String>> levels) throws InterruptedException {
        try {
            for (List<String> level : levels) {
                List<Callable<Outcome>> jobs = new ArrayList<>();
                for (String module : level) {
                    jobs.add(() -> compile(module));
                }
                for (Future<Outcome> f : workers.invokeAll(jobs)) {
                    record(f);
                }
                if (!failed.isEmpty()) {
                    return false;
                }
            }
            return true;
        } finally {
            workers.shutdown();
        }
    }

    private void record(Future<Outcome> f) throws InterruptedException {
        try {
            Outcome o = f.get();
            durations.merge(o.module, o.nanos, Long::sum);
            compiled += o.units;
            if (o.errors > 0) {
                failed.add(o.module);
            }
        } catch (ExecutionException e) {
            failed.add(String.valueOf(e.getCause()));
        }
    }

    private static Outcome compile(String module) {
        Outcome o = new Outcome(module);
        long begin = System.nanoTime();
        for (int i = 0; i < module.length(); i++) {
            o.units++;
            if (module.charAt(i) == '!') {
                o.errors++;
            }
        }
        o.nanos += System.nanoTime() - begin;
        return o;
    }

    public int compiled() {
        return compiled;
    }

    private static final class Outcome {
        final String module;
        int units;
        int errors;
        long nanos;

        Outcome(String module) {
            this.module = module;
        }
    }
}
