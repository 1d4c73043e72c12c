package com.gavel.auction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** All lots live on one thread; the outside talks to it by futures. */
public final class AuctionLoop implements AutoCloseable {
    private final ExecutorService loop = Executors.newSingleThreadExecutor(r -> {
        Thread t = new Thread(r, "auction-loop");
        t.setDaemon(true);
        return t;
    });
    private final ExecutorService checks = Executors.newFixedThreadPool(8);
    private final Map<String, Lot> lots = new HashMap<>();
    private final CreditCheck credit;
    private int bids;
    private int refused;

    public AuctionLoop(CreditCheck credit) {
        this.credit = credit;
    }

    public CompletableFuture<Boolean> open(String id, long reserve) {
        return CompletableFuture.supplyAsync(() -> {
            if (lots.containsKey(id)) {
                return false;
            }
            lots.put(id, new Lot(id, reserve));
            return true;
        }, loop);
    }

    /** Checks the bidder's credit on the side, then applies the bid on the loop. */
    public CompletableFuture<Boolean> bid(String id, String bidder, long amount) {
        return CompletableFuture
                .supplyAsync(() -> credit.limit(bidder) >= amount, checks)
                .thenApplyAsync(ok -> ok ? apply(id, bidder, amount) : refuse(), loop);
    }

    private boolean apply(String id, String bidder, long amount) {
        bids++;
        Lot lot = lots.get(id);
        if (lot == null || lot.best >= amount) {
            return refuse();
        }
        lot.best = amount;
        lot.bidder = bidder;
        lot.history.add(bidder + "@" + amount);
        return true;
    }

    private boolean refuse() {
        refused++;
        return false;
    }

    public CompletableFuture<String> close(String id) {
        CompletableFuture<String> result = new CompletableFuture<>();
        loop.execute(() -> {
            Lot lot = lots.remove(id);
            if (lot == null || lot.bidder == null) {
                result.complete("unsold");
            } else {
                result.complete(lot.bidder + " for " + lot.best + " after " + lot.history.size() + " bids");
            }
        });
        return result;
    }

    public CompletableFuture<String> stats() {
        return CompletableFuture.supplyAsync(() -> bids + " bids, " + refused + " refused", loop);
    }

    @Override
    public void close() {
        checks.shutdown();
        loop.shutdown();
    }

    private static final class Lot {
        final String id;
        final List<String> history = new ArrayList<>();
        long best;
        String bidder;

        Lot(String id, long reserve) {
            this.id = id;
            this.best = reserve;
        }
    }
}
