package search.shards;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Function;

/** Sends a query to all shards; the last answer triggers the merge. */
public class ScatterGather {
    private final List<Function<String, List<String>>> shards;
    private final Executor executor;

    public ScatterGather(List<Function<String, List<String>>> shards, Executor executor) {
        this.shards = shards;
        this.executor = executor;
    }

    public void search(String query, Consumer<List<String>> onResult) {
        new Search(query, onResult).run();
    }

    private final class Search {
        private final String query;
        private final Consumer<List<String>> onResult;
        private final AtomicReferenceArray<List<String>> answers = new AtomicReferenceArray<>(shards.size());
        private final AtomicInteger missing = new AtomicInteger(shards.size());
        private final List<String> errors = new ArrayList<>();
        private int merges;
        private int empties;

        Search(String query, Consumer<List<String>> onResult) {
            this.query = query;
            this.onResult = onResult;
        }

        void run() {
            for (int i = 0; i < shards.size(); i++) {
                final int shard = i;
                executor.execute(() -> ask(shard));
            }
        }

        private void ask(int shard) {
            try {
                List<String> answer = shards.get(shard).apply(query);
                if (answer.isEmpty()) {
                    empties++; // RACE rmw
                }
                answers.set(shard, answer);
            } catch (RuntimeException e) {
                answers.set(shard, List.of());
                synchronized (errors) {
                    errors.add(e.getMessage());
                }
            }
            if (missing.decrementAndGet() == 0) {
                merge();
            }
        }

        private void merge() {
            merges++;
            List<String> all = new ArrayList<>();
            for (int i = 0; i < answers.length(); i++) {
                all.addAll(answers.get(i));
            }
            all.sort(Comparator.naturalOrder());
            if (empties == answers.length() && merges == 1) {
                all.add("nothing found");
            }
            onResult.accept(all);
        }
    }
}
