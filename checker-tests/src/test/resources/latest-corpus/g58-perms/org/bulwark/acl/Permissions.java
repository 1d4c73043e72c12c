package org.bulwark.acl;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Permission bits of a principal; changed by several administrators, checked by everybody. */
public final class Permissions {
    public enum Right { READ, WRITE, ADMIN, AUDIT }

    private volatile int bits;
    private final AtomicInteger extra = new AtomicInteger();
    private final EnumSet<Right> denied = EnumSet.noneOf(Right.class);
    private final Map<Right, Integer> uses = new EnumMap<>(Right.class);
    private volatile boolean locked;

    public void grant(Right r) {
        if (locked) {
            throw new IllegalStateException();
        }
        bits |= 1 << r.ordinal(); // RACE read-modify-write #1
    }

    public void grantExtra(Right r) {
        extra.updateAndGet(b -> b | 1 << r.ordinal());
    }

    public void revokeExtra(Right r) {
        int old;
        int next;
        do {
            old = extra.get();
            next = old & ~(1 << r.ordinal());
        } while (old != next && !extra.compareAndSet(old, next));
    }

    public void deny(Right r) {
        synchronized (denied) {
            denied.add(r);
        }
    }

    public boolean allows(Right r) {
        synchronized (denied) {
            if (denied.contains(r)) {
                return false;
            }
        }
        boolean ok = ((bits | extra.get()) >> r.ordinal() & 1) == 1;
        if (ok) {
            uses.merge(r, 1, Integer::sum); // RACE unguarded-collection #2
        }
        return ok;
    }

    public void lock() {
        locked = true;
    }
}
