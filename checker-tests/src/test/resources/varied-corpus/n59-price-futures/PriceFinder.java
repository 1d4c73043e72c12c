package travel.prices;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

public class PriceFinder {
    private final Executor io;
    private final Function<String, Integer> gateway;

    public PriceFinder(Executor io, Function<String, Integer> gateway) {
        this.io = io;
        this.gateway = gateway;
    }

    /** Asks all airlines at once. */
    public Map<String, Integer> ask(List<String> airlines) {
        Map<String, Integer> answers = new HashMap<>();
        List<CompletableFuture<Void>> pending = new ArrayList<>();
        int asked = 0;
        for (String airline : airlines) {
            asked++;
            pending.add(CompletableFuture.supplyAsync(() -> gateway.apply(airline), io)
                    .thenAccept(price -> answers.put(airline, price))); // RACE unsafe-collection
        }
        CompletableFuture.allOf(pending.toArray(new CompletableFuture[0])).join();
        answers.put("asked", asked);
        return answers;
    }

    public Map<String, Integer> askAndGather(List<String> airlines) {
        Map<String, CompletableFuture<Integer>> pending = new HashMap<>();
        for (String airline : airlines) {
            pending.put(airline, CompletableFuture.supplyAsync(() -> gateway.apply(airline), io));
        }
        Map<String, Integer> answers = new HashMap<>();
        int failed = 0;
        for (Map.Entry<String, CompletableFuture<Integer>> e : pending.entrySet()) {
            try {
                answers.merge(e.getKey(), e.getValue().join(), Math::min);
            } catch (RuntimeException x) {
                failed++;
            }
        }
        answers.put("failed", failed);
        return answers;
    }

    public int total(String outbound, String inbound) {
        int[] sum = new int[1];
        CompletableFuture.supplyAsync(() -> gateway.apply(outbound), io)
                .thenApply(p -> sum[0] += p)
                .thenComposeAsync(p -> CompletableFuture.supplyAsync(() -> gateway.apply(inbound), io), io)
                .thenAccept(p -> sum[0] += p)
                .join();
        return sum[0];
    }

    public int both(String outbound, String inbound) {
        int[] sum = new int[1];
        CompletableFuture<Void> a = CompletableFuture.runAsync(() -> sum[0] += gateway.apply(outbound), io); // RACE rmw #2
        CompletableFuture<Void> b = CompletableFuture.runAsync(() -> sum[0] += gateway.apply(inbound), io); // RACE rmw #2
        a.join();
        b.join();
        return sum[0];
    }
}
