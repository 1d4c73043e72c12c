package r14quotefanout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Asks all carriers for a price at once. */
public class QuoteService {

    public interface Carrier {
        long quote(double kilos) throws java.io.IOException;
    }

    public record Quotes(List<Long> prices, int failed, long cheapest) { }

    private final List<Carrier> carriers;
    private final Executor io = Executors.newCachedThreadPool(r -> {
        Thread t = new Thread(r, "carrier");
        t.setDaemon(true);
        return t;
    });

    public QuoteService(List<Carrier> carriers) {
        this.carriers = List.copyOf(carriers);
    }

    public CompletableFuture<Quotes> ask(double kilos) {
        int[] failed = {0};
        long[] slots = new long[carriers.size()];
        long[] best = {Long.MAX_VALUE};
        List<CompletableFuture<Long>> calls = new ArrayList<>();
        for (int i = 0; i < carriers.size(); i++) {
            int slot = i;
            Carrier carrier = carriers.get(i);
            CompletableFuture<Long> call = CompletableFuture.supplyAsync(() -> quote(carrier, kilos), io)
                    .orTimeout(2, TimeUnit.SECONDS)
                    .whenComplete((price, problem) -> {
                        if (problem != null) {
                            failed[0]++; // RACE rmw
                        } else {
                            slots[slot] += price;
                        }
                    });
            calls.add(call);
        }
        return CompletableFuture.allOf(calls.toArray(new CompletableFuture<?>[0]))
                .handle((nothing, problem) -> {
                    List<Long> prices = new ArrayList<>();
                    for (long price : slots) {
                        if (price > 0) {
                            prices.add(price);
                            best[0] = Math.min(best[0], price);
                        }
                    }
                    return new Quotes(prices, failed[0], best[0]);
                });
    }

    private static long quote(Carrier carrier, double kilos) {
        try {
            return carrier.quote(kilos);
        } catch (java.io.IOException e) {
            throw new CompletionException(e);
        }
    }
}
