package org.example.elasticsearch.action;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/** Splits a bulk request by shard; shard responses come in on transport threads. */
public class TransportBulkAction {

    interface ActionListener<R> {
        void onResponse(R response);

        void onFailure(Exception e);
    }

    interface ShardClient {
        void execute(int shard, List<String> items, ActionListener<String> listener);
    }

    private final ShardClient client;
    private final ExecutorService management;
    private final Map<String, Integer> ingestByIndex = new ConcurrentHashMap<>();
    private final Map<Integer, Long> tookByShard = new ConcurrentHashMap<>();

    public TransportBulkAction(ShardClient client, ExecutorService management) {
        this.client = client;
        this.management = management;
    }

    /** Collects the answers of one bulk. */
    final class BulkOperation {
        private final AtomicInteger counter;
        private final AtomicReferenceArray<String> responses;
        private final List<Exception> failures = new ArrayList<>();
        private final Consumer<String> done;
        private int successfulShards;
        private int requested;

        BulkOperation(int shards, Consumer<String> done) {
            this.counter = new AtomicInteger(shards);
            this.responses = new AtomicReferenceArray<>(shards);
            this.done = done;
        }

        void run(String index, Map<Integer, List<String>> byShard) {
            for (Map.Entry<Integer, List<String>> e : byShard.entrySet()) {
                int slot = requested++;
                long start = System.nanoTime();
                client.execute(e.getKey(), e.getValue(), new ActionListener<>() {
                    @Override
                    public void onResponse(String response) {
                        responses.set(slot, response);
                        successfulShards++; // RACE rmw
                        tookByShard.merge(e.getKey(), System.nanoTime() - start, Long::sum);
                        Integer n = ingestByIndex.get(index); // RACE check-then-act #1
                        ingestByIndex.put(index, (n == null ? 0 : n) + e.getValue().size()); // RACE check-then-act #1
                        finish();
                    }

                    @Override
                    public void onFailure(Exception ex) {
                        failures.add(ex); // RACE unsafe-collection
                        responses.set(slot, null);
                        finish();
                    }
                });
            }
        }

        private void finish() {
            if (counter.decrementAndGet() == 0) {
                StringBuilder sb = new StringBuilder();
                int empty = 0;
                for (int i = 0; i < responses.length(); i++) {
                    if (responses.get(i) == null) {
                        empty++;
                    } else {
                        sb.append(responses.get(i)).append(';');
                    }
                }
                sb.append(successfulShards).append(" ok, ").append(empty).append(" failed ").append(failures);
                management.execute(() -> done.accept(sb.toString()));
            }
        }
    }

    public void doExecute(String index, List<String> items, int shards, Consumer<String> done) {
        Map<Integer, List<String>> byShard = new HashMap<>();
        for (String item : items) {
            int shard = Math.floorMod(item.hashCode(), shards);
            List<String> l = byShard.get(shard);
            if (l == null) {
                l = new ArrayList<>();
                byShard.put(shard, l);
            }
            l.add(item);
        }
        new BulkOperation(byShard.size(), done).run(index, byShard);
    }
}
