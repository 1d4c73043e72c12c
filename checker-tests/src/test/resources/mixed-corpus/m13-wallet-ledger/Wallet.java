package ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A customer's wallet. State is guarded by {@link #lock()}. */
class Wallet {

    private final long id;
    private final Lock lock = new ReentrantLock();
    private final List<String> entries = new ArrayList<>();
    private BigDecimal balance = BigDecimal.ZERO;
    private BigDecimal held = BigDecimal.ZERO;

    Wallet(long id) {
        this.id = id;
    }

    long id() {
        return id;
    }

    Lock lock() {
        return lock;
    }

    BigDecimal available() {
        return balance.subtract(held);
    }

    void credit(BigDecimal amount, String text) {
        balance = balance.add(amount); // RACE wrong-lock #1
        entries.add("+" + amount + " " + text); // RACE wrong-lock #1
    }

    void debit(BigDecimal amount, String text) {
        balance = balance.subtract(amount);
        entries.add("-" + amount + " " + text);
    }

    void hold(BigDecimal amount) {
        lock.lock();
        try {
            held = held.add(amount);
        } finally {
            lock.unlock();
        }
    }

    void unhold(BigDecimal amount) {
        lock.lock();
        try {
            held = held.subtract(amount);
        } finally {
            lock.unlock();
        }
    }
}
