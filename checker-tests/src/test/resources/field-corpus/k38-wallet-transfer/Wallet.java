package k38;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

final class Wallet {
    final long id;
    final Lock lock = new ReentrantLock();
    private long cents;
    private int version;

    Wallet(long id, long cents) {
        this.id = id;
        this.cents = cents;
    }

    /** The caller holds {@link #lock}. */
    void deposit(long amount) {
        cents += amount;
        version++;
    }

    /** The caller holds {@link #lock}. */
    boolean withdraw(long amount) {
        if (cents < amount) {
            return false;
        }
        cents -= amount;
        version++;
        return true;
    }

    long balance() {
        lock.lock();
        try {
            return cents;
        } finally {
            lock.unlock();
        }
    }
}
