package com.northbank.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.LongStream;

/** Balances by account, sixteen stripes. */
public class StripedLedger {
    private static final int STRIPES = 16;

    private final Lock[] locks = new Lock[STRIPES];
    private final Map<String, Long>[] balances;
    private final long[] postings = new long[STRIPES];
    private long volume;
    private String lastAccount;

    @SuppressWarnings("unchecked")
    public StripedLedger() {
        balances = new Map[STRIPES];
        for (int i = 0; i < STRIPES; i++) {
            locks[i] = new ReentrantLock();
            balances[i] = new HashMap<>();
        }
    }

    private static int stripe(String account) {
        return (account.hashCode() & Integer.MAX_VALUE) % STRIPES;
    }

    public void post(String account, long cents) {
        int s = stripe(account);
        locks[s].lock();
        try {
            balances[s].merge(account, cents, Long::sum);
            postings[s]++;
            volume += Math.abs(cents); // RACE wrong-lock
            lastAccount = account;
        } finally {
            locks[s].unlock();
        }
    }

    public void postAll(List<String> accounts, long cents) {
        accounts.parallelStream().forEach(a -> post(a, cents));
    }

    public boolean withdraw(String account, long cents) {
        int s = stripe(account);
        Lock lock = locks[s];
        lock.lock();
        try {
            Long have = balances[s].get(account);
            if (have == null || have < cents) {
                return false;
            }
            balances[s].put(account, have - cents);
            postings[s]++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Moves the whole balance; locks in stripe order. */
    public long move(String from, String to) {
        int a = stripe(from);
        int b = stripe(to);
        locks[Math.min(a, b)].lock();
        locks[Math.max(a, b)].lock();
        try {
            Long cents = balances[a].remove(from);
            if (cents == null) {
                return 0;
            }
            balances[b].merge(to, cents, Long::sum);
            postings[a]++;
            postings[b]++;
            return cents;
        } finally {
            locks[Math.max(a, b)].unlock();
            locks[Math.min(a, b)].unlock();
        }
    }

    /** Closes an account. */
    public void close(String account) {
        locks[0].lock();
        try {
            balances[stripe(account)].remove(account); // RACE wrong-lock
        } finally {
            locks[0].unlock();
        }
    }

    public long volume() {
        return volume;
    }

    public long postings() {
        for (Lock l : locks) {
            l.lock();
        }
        try {
            return LongStream.of(postings).sum();
        } finally {
            for (Lock l : locks) {
                l.unlock();
            }
        }
    }
}
