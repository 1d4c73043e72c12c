package org.example.openjpa.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** Persistence context; with the option Multithreaded it is used by several threads. */
public class BrokerImpl extends OperationGuard {

    private final Map<Object, StateManager> cache = new HashMap<>();
    private final Set<StateManager> transactional = new HashSet<>();
    private final List<Runnable> afterCompletion = new ArrayList<>();
    private int lifecycleEvents;
    private boolean active;
    private int flushes;

    static final class StateManager {
        final Object id;
        int version;
        boolean dirty;

        StateManager(Object id) {
            this.id = id;
        }
    }

    public StateManager find(Object oid) {
        beginOperation(true);
        try {
            StateManager sm = cache.get(oid);
            if (sm == null) {
                sm = new StateManager(oid);
                cache.put(oid, sm);
                fire();
            }
            return sm;
        } finally {
            endOperation();
        }
    }

    public void dirty(StateManager sm) {
        beginOperation(false);
        try {
            if (!sm.dirty) {
                sm.dirty = true;
                transactional.add(sm);
                fire();
            }
        } finally {
            endOperation();
        }
    }

    public void begin() {
        beginOperation(true);
        try {
            if (active) {
                throw new IllegalStateException("active");
            }
            active = true;
        } finally {
            endOperation();
        }
    }

    public void onCompletion(Runnable r) {
        beginOperation(true);
        try {
            afterCompletion.add(r);
        } finally {
            endOperation();
        }
    }

    public void commit() {
        List<Runnable> actions;
        beginOperation(false);
        try {
            flushes++;
            for (StateManager sm : transactional) {
                sm.version++;
                sm.dirty = false;
            }
            transactional.clear();
            active = false;
            actions = new ArrayList<>(afterCompletion);
            afterCompletion.clear();
        } finally {
            endOperation();
        }
        actions.forEach(Runnable::run);
    }

    private void fire() {
        lifecycleEvents++;
    }
}

/** Entry and exit protocol of all operations. */
abstract class OperationGuard {

    private final ReentrantLock instm = new ReentrantLock();
    private int operationCount;
    private boolean closed;

    protected final void beginOperation(boolean allowInactive) {
        instm.lock();
        if (closed && !allowInactive) {
            instm.unlock();
            throw new IllegalStateException("closed");
        }
        operationCount++;
    }

    protected final void endOperation() {
        if (--operationCount < 0) {
            operationCount = 0;
        }
        instm.unlock();
    }

    public void close() {
        beginOperation(true);
        try {
            closed = true;
        } finally {
            endOperation();
        }
    }

    public static void main(String[] args) throws Exception {
        BrokerImpl b = new BrokerImpl();
        Thread[] ts = new Thread[3];
        for (int i = 0; i < ts.length; i++) {
            ts[i] = new Thread(() -> b.dirty(b.find("x")));
            ts[i].start();
        }
        for (Thread t : ts) {
            t.join();
        }
        b.commit();
    }
}
