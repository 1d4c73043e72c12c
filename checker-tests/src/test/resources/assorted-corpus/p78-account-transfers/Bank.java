package coop.bank.core;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

public class Bank {
    public static class Account {
        private final long id;
        private final Lock lock = new ReentrantLock();
        private long balance;
        private int transactions;

        Account(long id) {
            this.id = id;
        }

        Lock getLock() {
            return lock;
        }

        public long getBalance() {
            lock.lock();
            try {
                return balance;
            } finally {
                lock.unlock();
            }
        }
    }

    private final Map<Long, Account> accounts = new ConcurrentHashMap<>();
    private final Object tieLock = new Object();
    private long fees;

    public Account open(long id) {
        return accounts.computeIfAbsent(id, Account::new);
    }

    public void transfer(Account from, Account to, long amount) {
        Account first = from.id < to.id ? from : to;
        Account second = from.id < to.id ? to : from;
        first.getLock().lock();
        try {
            second.getLock().lock();
            try {
                from.balance -= amount;
                from.transactions++;
                to.balance += amount;
                to.transactions++;
            } finally {
                second.getLock().unlock();
            }
        } finally {
            first.getLock().unlock();
        }
    }

    /** Holds the lock of the payer only. */
    public void pay(Account from, Account to, long amount) {
        from.lock.lock();
        try {
            from.balance -= amount;
            from.transactions++;
            to.balance += amount; // RACE wrong-lock
        } finally {
            from.lock.unlock();
        }
    }

    public void charge(Account a, long fee) {
        a.lock.lock();
        try {
            a.balance -= fee;
            fees += fee; // RACE wrong-lock
        } finally {
            a.lock.unlock();
        }
    }

    public boolean withdraw(Account a, long amount) {
        if (a.getBalance() < amount) { // RACE split-lock #1
            return false;
        }
        a.lock.lock();
        try {
            a.balance -= amount; // RACE split-lock #1
            return true;
        } finally {
            a.lock.unlock();
        }
    }

    public boolean tryTransfer(Account from, Account to, long amount) {
        if (from.lock.tryLock()) {
            try {
                if (to.lock.tryLock()) {
                    try {
                        from.balance -= amount;
                        to.balance += amount;
                        return true;
                    } finally {
                        to.lock.unlock();
                    }
                }
            } finally {
                from.lock.unlock();
            }
        }
        return false;
    }

    public long getFees() {
        synchronized (tieLock) {
            return fees;
        }
    }
}
