package build.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/** Collects problems of parallel tasks. */
class ErrorSink {
    private final AtomicReference<List<String>> problems = new AtomicReference<>(new ArrayList<>());
    private final AtomicReference<List<String>> warnings = new AtomicReference<>(List.of());
    private final CopyOnWriteArrayList<String> hints = new CopyOnWriteArrayList<>();
    private volatile Set<String> files = new LinkedHashSet<>();

    void runAll(List<Runnable> tasks, Executor executor) {
        for (Runnable t : tasks) {
            executor.execute(() -> {
                try {
                    t.run();
                } catch (RuntimeException e) {
                    problem(e.getMessage());
                }
            });
        }
    }

    void problem(String p) {
        problems.get().add(p); // RACE unsafe-collection
        files.add(p.substring(0, p.indexOf(':') + 1)); // RACE unsafe-collection
    }

    void warning(String w) {
        warnings.getAndUpdate(old -> {
            List<String> grown = new ArrayList<>(old);
            grown.add(w);
            return List.copyOf(grown);
        });
    }

    void hint(String h) {
        hints.addIfAbsent(h);
    }

    List<String> drainProblems() {
        return problems.getAndSet(new ArrayList<>()); // MAYBE
    }

    List<String> drainWarnings() {
        return warnings.getAndSet(List.of());
    }
}
