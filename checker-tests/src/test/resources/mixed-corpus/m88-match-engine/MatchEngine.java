package matching;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongUnaryOperator;

/**
 * Matches orders of an exchange. The books belong to one thread; gateways may call from anywhere and
 * get futures.
 */
public class MatchEngine {

    private final ExecutorService engine = Executors.newSingleThreadExecutor(r -> new Thread(r, "engine"));
    private final Executor risk = Executors.newFixedThreadPool(4);
    private final Map<String, OrderBook> books = new HashMap<>();
    private final LongUnaryOperator riskCheck;
    private long nextOrder = 1;
    private long accepted;
    private long declined;
    private volatile long lastTradeAt;

    public MatchEngine(LongUnaryOperator riskCheck) {
        this.riskCheck = riskCheck;
    }

    /** Checks the risk on a pool and continues on the engine thread. */
    public CompletableFuture<Long> submit(String symbol, boolean buy, long price, long quantity) {
        return CompletableFuture.supplyAsync(() -> riskCheck.applyAsLong(price * quantity), risk)
                .thenApplyAsync(limit -> {
                    if (limit < 0) {
                        declined++;
                        return -1L;
                    }
                    long id = nextOrder++;
                    accepted++;
                    OrderBook book = books.computeIfAbsent(symbol, s -> new OrderBook());
                    if (book.match(id, buy, price, quantity) > 0) {
                        lastTradeAt = System.currentTimeMillis();
                    }
                    return id;
                }, engine);
    }

    public CompletableFuture<Boolean> cancel(String symbol, long id) {
        CompletableFuture<Boolean> result = new CompletableFuture<>();
        engine.execute(() -> {
            OrderBook book = books.get(symbol);
            boolean done = book != null && book.cancel(id);
            if (done && book.isEmpty()) {
                books.remove(symbol);
            }
            result.complete(done);
        });
        return result;
    }

    public CompletableFuture<long[]> counts() {
        return CompletableFuture.supplyAsync(() -> new long[] {accepted, declined}, engine);
    }

    public long lastTradeAt() {
        return lastTradeAt;
    }

    public void close() {
        engine.shutdown();
    }
}
