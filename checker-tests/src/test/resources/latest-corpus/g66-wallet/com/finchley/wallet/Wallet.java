package com.finchley.wallet;

import java.util.HashMap;
import java.util.Map;

/** Immutable contents of a wallet. */
public record Wallet(Map<String, Long> amounts, int version) {
    public static final Wallet EMPTY = new Wallet(Map.of(), 0);

    public Wallet plus(String currency, long n) {
        Map<String, Long> m = new HashMap<>(amounts);
        m.merge(currency, n, Long::sum);
        return new Wallet(Map.copyOf(m), version + 1);
    }

    public long of(String currency) {
        return amounts.getOrDefault(currency, 0L);
    }
}
