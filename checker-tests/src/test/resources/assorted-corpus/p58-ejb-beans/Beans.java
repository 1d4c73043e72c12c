package com.bigbank.ejb;

import java.util.HashMap;
import java.util.Map;
import javax.ejb.ConcurrencyManagement;
import javax.ejb.ConcurrencyManagementType;
import javax.ejb.Lock;
import javax.ejb.LockType;
import javax.ejb.Schedule;
import javax.ejb.Singleton;
import javax.ejb.Stateful;
import javax.ejb.Stateless;

/** Container managed concurrency: WRITE lock by default. */
@Singleton
class ExchangeRates {
    private final Map<String, Double> rates = new HashMap<String, Double>();
    private int updates;
    private int lookups;

    public void update(String currency, double rate) {
        rates.put(currency, rate);
        updates++;
    }

    @Lock(LockType.READ)
    public double get(String currency) {
        lookups++; // RACE wrong-lock
        Double d = rates.get(currency);
        return d == null ? 1.0 : d.doubleValue();
    }

    @Schedule(hour = "*", minute = "*/5")
    public void nightly() {
        if (updates > 10000) {
            updates = 0;
        }
    }
}

/** Does its own locking. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
class Sequences {
    private long next = 1;
    private int blocks;

    public synchronized long next() {
        return next++;
    }

    public long nextBlock(int n) {
        blocks++; // RACE rmw
        synchronized (this) {
            long first = next;
            next += n;
            return first;
        }
    }
}

/** An instance serves one call at a time; statics are shared by the pool of instances. */
@Stateless
class TransferBean {
    private static int transfers;
    private int callsOfThisInstance;
    private final StringBuilder scratch = new StringBuilder();

    public String transfer(String from, String to, long cents) {
        callsOfThisInstance++;
        transfers++; // RACE rmw
        scratch.setLength(0);
        scratch.append(from).append("->").append(to).append(':').append(cents);
        return scratch.toString();
    }
}

@Stateful
class CartBean {
    private final Map<String, Integer> items = new HashMap<String, Integer>();
    private int changes;

    public void add(String item) {
        Integer n = items.get(item);
        items.put(item, n == null ? 1 : n + 1);
        changes++;
    }

    public int getChanges() {
        return changes;
    }
}
