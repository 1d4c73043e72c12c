package bank.wallet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Transfers between wallets; both locks are taken in id order. */
public class Wallets {
    public static class Wallet {
        private final int id;
        private final Lock lock = new ReentrantLock();
        private long balance;
        private int version;

        public Wallet(int id, long balance) {
            this.id = id;
            this.balance = balance;
        }

        private void change(long by) {
            balance += by;
            version++;
        }

        public long balance() {
            lock.lock();
            try {
                return balance;
            } finally {
                lock.unlock();
            }
        }
    }

    private final List<String> audit = new ArrayList<>();
    private final Lock auditLock = new ReentrantLock();
    private int transfers;
    private long volume;

    public boolean transfer(Wallet from, Wallet to, long cents) {
        if (from.id == to.id) {
            return false;
        }
        Wallet first = from.id < to.id ? from : to;
        Wallet second = first == from ? to : from;
        first.lock.lock();
        try {
            second.lock.lock();
            try {
                if (from.balance < cents) {
                    return false;
                }
                from.change(-cents);
                to.change(cents);
                volume += cents; // RACE wrong-lock
            } finally {
                second.lock.unlock();
            }
        } finally {
            first.lock.unlock();
        }
        auditLock.lock();
        try {
            audit.add(from.id + ">" + to.id + ":" + cents);
            transfers++;
        } finally {
            auditLock.unlock();
        }
        return true;
    }

    public String summary() {
        auditLock.lock();
        try {
            return transfers + " transfers of " + volume + ", last " + (audit.isEmpty() ? "-" : audit.get(audit.size() - 1));
        } finally {
            auditLock.unlock();
        }
    }
}
