package com.gavel.auction;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.ToLongFunction;

/** Credit limits, asked for by several threads at a time. */
public class CreditCheck {
    private final ConcurrentHashMap<String, FutureTask<Long>> limits = new ConcurrentHashMap<>();
    private final ToLongFunction<String> bank;

    public CreditCheck(ToLongFunction<String> bank) {
        this.bank = bank;
    }

    public long limit(String bidder) {
        FutureTask<Long> f = limits.get(bidder);
        if (f == null) {
            FutureTask<Long> mine = new FutureTask<>(() -> bank.applyAsLong(bidder));
            f = limits.putIfAbsent(bidder, mine);
            if (f == null) {
                f = mine;
                mine.run();
            }
        }
        try {
            return f.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (ExecutionException e) {
            limits.remove(bidder, f);
            return 0;
        }
    }
}
