package k42;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Compiles modules side by side and prints how far it is. */
public class ProgressBuild {
    private final List<String> modules;
    private int completed;
    private final TreeMap<String, String> failures = new TreeMap<>();

    public ProgressBuild(List<String> modules) {
        this.modules = modules;
    }

    public boolean build() {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        int launched = 0;
        for (String m : modules) {
            launched++;
            all.add(CompletableFuture.supplyAsync(() -> compile(m)).handle((classes, error) -> {
                if (error != null) {
                    failures.put(m, error.getMessage()); // RACE unsafe-collection #1
                }
                completed++; // RACE rmw #2
                System.out.printf("[%d/%d] %s%n", completed, modules.size(), m);
                return null;
            }));
        }
        CompletableFuture.allOf(all.toArray(new CompletableFuture[0])).join();
        failures.put("launched", String.valueOf(launched));
        return failures.size() == 1;
    }

    private int compile(String module) {
        int classes = 0;
        for (char c : module.toCharArray()) {
            classes += c % 7;
        }
        return classes;
    }
}
