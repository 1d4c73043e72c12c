package com.pallet.stock;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How much of each article is there and how much of it is promised. */
public class StockBook {
    private final ConcurrentHashMap<String, Integer> onHand = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Integer> promised = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, AtomicInteger> damaged = new ConcurrentHashMap<>();

    public void receive(String article, int amount) {
        onHand.merge(article, amount, Integer::sum);
    }

    /** Takes goods out of the stock. */
    public boolean ship(String article, int amount) {
        Integer have = onHand.getOrDefault(article, 0);
        if (have < amount) {
            return false;
        }
        onHand.put(article, have - amount); // RACE check-then-act #1
        promised.computeIfPresent(article, (a, p) -> p > amount ? p - amount : null);
        return true;
    }

    public boolean promise(String article, int amount) {
        boolean[] ok = new boolean[1];
        promised.compute(article, (a, p) -> {
            int already = p == null ? 0 : p;
            ok[0] = already + amount <= onHand.getOrDefault(a, 0);
            return ok[0] ? Integer.valueOf(already + amount) : p;
        });
        return ok[0];
    }

    public void damage(String article, int amount) {
        AtomicInteger d = damaged.get(article);
        if (d == null) {
            AtomicInteger made = new AtomicInteger();
            d = damaged.putIfAbsent(article, made);
            d = d == null ? made : d;
        }
        d.addAndGet(amount);
    }

    /** Writes off what is damaged and starts counting again. */
    public int writeOff(String article) {
        AtomicInteger d = damaged.get(article);
        if (d == null) {
            return 0;
        }
        int n = d.get();
        receive(article, -n);
        d.set(0); // RACE atomic-get-then-set #2
        return n;
    }

    /** Corrects the book after a count of the shelf. */
    public boolean correct(String article, int expected, int counted) {
        return onHand.replace(article, expected, counted);
    }
}
