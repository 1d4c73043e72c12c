package com.finchley.wallet;

import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicStampedReference;

/** A wallet that changes; safe for use by many threads. */
public final class WalletRef {
    private final AtomicReference<Wallet> current = new AtomicReference<>(Wallet.EMPTY);
    private final AtomicStampedReference<String> owner = new AtomicStampedReference<>("nobody", 0);
    private final AtomicMarkableReference<Wallet> frozen = new AtomicMarkableReference<>(null, false);
    private volatile Wallet backup = Wallet.EMPTY;

    public void deposit(String currency, long n) {
        current.set(current.get().plus(currency, n)); // RACE atomic-get-then-set #1
    }

    public boolean withdraw(String currency, long n) {
        Wallet w = current.get();
        while (w.of(currency) >= n) {
            Wallet less = w.plus(currency, -n);
            Wallet seen = current.compareAndExchange(w, less);
            if (seen == w) {
                return true;
            }
            w = seen;
        }
        return false;
    }

    public Wallet exchange(String from, String to, long n, double rate) {
        return current.updateAndGet(w -> w.of(from) < n ? w : w.plus(from, -n).plus(to, (long) (n * rate)));
    }

    public boolean handTo(String newOwner) {
        int[] stamp = new int[1];
        String old = owner.get(stamp);
        return owner.compareAndSet(old, newOwner, stamp[0], stamp[0] + 1);
    }

    /** Renames the owner and raises the stamp. */
    public void rename(String name) {
        owner.set(name, owner.getStamp() + 1); // RACE atomic-get-then-set #2
    }

    public boolean freeze() {
        return frozen.compareAndSet(null, current.get(), false, true);
    }

    public void backUp() {
        backup = current.get();
    }

    public Wallet backup() {
        return backup;
    }
}
