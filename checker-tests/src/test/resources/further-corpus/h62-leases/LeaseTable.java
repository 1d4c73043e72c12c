package leases;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Named leases with fencing tokens. All the operations are thread-safe; tokens are strictly
 * increasing and unique.
 */
public class LeaseTable {

    public static final class Lease {
        private final String name;
        private final long token;
        private long expires;
        private int renewals;

        Lease(String name, long token, long expires) {
            this.name = name;
            this.token = token;
            this.expires = expires;
        }

        public String name() {
            return name;
        }

        public long token() {
            return token;
        }
    }

    private final Lock lock = new ReentrantLock();
    private final Condition released = lock.newCondition();
    private final Map<String, Lease> leases = new HashMap<>();
    private final long ttl;
    private long lastToken;
    private int waiters;
    private int expiries;

    public LeaseTable(long ttlMillis) {
        this.ttl = TimeUnit.MILLISECONDS.toNanos(ttlMillis);
    }

    public Lease acquire(String name, long waitMillis) throws InterruptedException {
        long token = ++lastToken; // RACE inconsistent-locking #1
        long left = TimeUnit.MILLISECONDS.toNanos(waitMillis);
        lock.lockInterruptibly();
        try {
            waiters++;
            try {
                while (leases.containsKey(name)) {
                    if (left <= 0) {
                        return null;
                    }
                    left = released.awaitNanos(left);
                    expire();
                }
            } finally {
                waiters--;
            }
            Lease lease = new Lease(name, token, System.nanoTime() + ttl);
            leases.put(name, lease);
            return lease;
        } finally {
            lock.unlock();
        }
    }

    public boolean renew(Lease lease) {
        lock.lock();
        try {
            if (leases.get(lease.name) != lease) {
                return false;
            }
            lease.expires = System.nanoTime() + ttl;
            lease.renewals++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    public boolean release(Lease lease) {
        lock.lock();
        try {
            boolean removed = leases.remove(lease.name, lease);
            if (removed) {
                released.signalAll();
            }
            return removed;
        } finally {
            lock.unlock();
        }
    }

    /** Requires the lock. */
    private void expire() {
        long now = System.nanoTime();
        for (Iterator<Lease> it = leases.values().iterator(); it.hasNext(); ) {
            Lease lease = it.next();
            if (lease.expires - now < 0) {
                it.remove();
                expiries++;
            }
        }
    }

    public boolean tryTouch(String name) {
        if (!lock.tryLock()) {
            return false;
        }
        try {
            expire();
            Lease lease = leases.get(name);
            if (lease != null) {
                lease.expires += ttl;
                lease.renewals++;
            }
            return lease != null;
        } finally {
            lock.unlock();
        }
    }

    public void restore(long token) {
        lock.lock();
        try {
            if (token > lastToken) {
                lastToken = token;
            }
        } finally {
            lock.unlock();
        }
    }

    public String stats() {
        lock.lock();
        try {
            return leases.size() + " held, " + waiters + " waiting, " + expiries + " expired";
        } finally {
            lock.unlock();
        }
    }
}
