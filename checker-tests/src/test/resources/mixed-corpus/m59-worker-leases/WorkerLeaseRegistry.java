package leases;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Limits the number of threads working at the same time. Leases form a tree. Thread-safe. */
public class WorkerLeaseRegistry {

    private final ReentrantLock stateLock = new ReentrantLock();
    private final Condition released = stateLock.newCondition();
    private final ThreadLocal<List<Lease>> current = ThreadLocal.withInitial(ArrayList::new);
    private final Lease root = new Lease(null, Integer.MAX_VALUE);
    private final int maxWorkers;
    private int inUse;
    private int peak;
    private long waits;
    private boolean stopped;

    public WorkerLeaseRegistry(int maxWorkers) {
        this.maxWorkers = maxWorkers;
    }

    public Lease newLease(Lease parent, int maxChildren) {
        return new Lease(parent == null ? root : parent, maxChildren);
    }

    public <T> T runWith(Lease lease, Supplier<T> action) {
        acquire(lease);
        current.get().add(lease);
        try {
            return action.get();
        } finally {
            current.get().remove(lease);
            release(lease);
        }
    }

    private void acquire(Lease lease) {
        stateLock.lock();
        try {
            while (!tryAcquireLocked(lease)) {
                if (stopped) {
                    throw new IllegalStateException("stopped");
                }
                waits++;
                released.awaitUninterruptibly();
            }
        } finally {
            stateLock.unlock();
        }
    }

    private boolean tryAcquireLocked(Lease lease) {
        if (lease.parent.active >= lease.parent.maxChildren) {
            return false;
        }
        if (lease.parent == root) {
            if (inUse >= maxWorkers) {
                return false;
            }
            inUse++;
            peak = Math.max(peak, inUse);
        }
        lease.parent.active++;
        return true;
    }

    /** Takes the lease only when that is possible right now. */
    public boolean tryAcquire(Lease lease) {
        if (!stateLock.tryLock()) {
            return false;
        }
        try {
            return !stopped && tryAcquireLocked(lease);
        } finally {
            stateLock.unlock();
        }
    }

    public void release(Lease lease) {
        stateLock.lock();
        try {
            lease.parent.active--;
            if (lease.parent == root) {
                inUse--;
            }
            released.signalAll();
        } finally {
            stateLock.unlock();
        }
    }

    /** Runs the action with all leases of the thread given up in the meantime. */
    public <T> T withoutLeases(Supplier<T> action) {
        List<Lease> held = current.get();
        current.set(new ArrayList<>());
        held.forEach(this::release);
        try {
            return action.get();
        } finally {
            held.forEach(this::acquire);
            current.set(held);
        }
    }

    public void stop() {
        stateLock.lock();
        try {
            stopped = true;
            released.signalAll();
        } finally {
            stateLock.unlock();
        }
    }

    public int peak() {
        stateLock.lock();
        try {
            return peak;
        } finally {
            stateLock.unlock();
        }
    }

    /** A node of the tree; guarded by the registry's lock. */
    public static final class Lease {
        private final Lease parent;
        private final int maxChildren;
        private int active;

        Lease(Lease parent, int maxChildren) {
            this.parent = parent;
            this.maxChildren = maxChildren;
        }
    }
}
