package com.finchley.wallet;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class WalletService {
    private final ConcurrentMap<String, WalletRef> wallets = new ConcurrentHashMap<>();
    private final ExecutorService pool = Executors.newFixedThreadPool(8);
    private final ConcurrentMap<String, String> aliases = new ConcurrentHashMap<>();

    private WalletRef wallet(String user) {
        return wallets.computeIfAbsent(aliases.getOrDefault(user, user), u -> new WalletRef());
    }

    public Future<?> deposit(String user, String currency, long n) {
        return pool.submit(() -> wallet(user).deposit(currency, n));
    }

    public Future<Boolean> pay(String from, String to, String currency, long n) {
        return pool.submit(() -> {
            if (!wallet(from).withdraw(currency, n)) {
                return false;
            }
            wallet(to).deposit(currency, n);
            return true;
        });
    }

    public void rename(String user, String alias) {
        String old = aliases.putIfAbsent(alias, user);
        if (old == null) {
            pool.execute(() -> wallet(user).rename(alias));
        }
    }

    public Map<String, Integer> versions() {
        Map<String, Integer> out = new TreeMap<>();
        for (Map.Entry<String, WalletRef> e : wallets.entrySet()) {
            e.getValue().backUp();
            out.put(e.getKey(), e.getValue().backup().version());
        }
        return out;
    }
}
