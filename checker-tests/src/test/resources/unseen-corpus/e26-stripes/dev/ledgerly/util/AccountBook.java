package dev.ledgerly.util;

import java.util.concurrent.ConcurrentHashMap;

/** Shared by all tellers. Transfers take both monitors in the order of the account numbers. */
public final class AccountBook {
    static final class Account {
        final long number;
        long balance;
        int moves;

        Account(long number) {
            this.number = number;
        }
    }

    private final ConcurrentHashMap<Long, Account> accounts = new ConcurrentHashMap<>();

    public Account open(long number) {
        return accounts.computeIfAbsent(number, Account::new);
    }

    public void transfer(Account from, Account to, long amount) {
        Account first = from.number < to.number ? from : to;
        Account second = first == from ? to : from;
        synchronized (first) {
            synchronized (second) {
                from.balance -= amount;
                to.balance += amount;
                from.moves++;
                to.moves++;
            }
        }
    }

    public void deposit(long number, long amount) {
        Account a = open(number);
        synchronized (a) {
            a.balance += amount;
            a.moves++;
        }
    }

    public void interest(double rate) {
        for (Account a : accounts.values()) {
            long updated = Math.round(a.balance * (1 + rate)); // RACE split-lock #1
            synchronized (a) {
                a.balance = updated; // RACE split-lock #1
                a.moves++;
            }
        }
    }

    public void correct(long number, long amount) {
        Account a = accounts.get(number);
        if (a != null) {
            a.balance += amount; // RACE wrong-lock
        }
    }
}
