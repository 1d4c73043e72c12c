package org.example.guice.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import javax.inject.Provider;

/** One instance per injector; whichever thread asks first creates it, the others wait. */
public class SingletonScope {
    private static final Object NULL = new Object();

    /** One lock for all singletons of an injector, so that cyclic ones cannot dead-lock. */
    private final ReentrantLock creationLock = new ReentrantLock();
    private final Map<Thread, Integer> nesting = new HashMap<>();
    private int created;

    public <T> Provider<T> scope(final String key, final Provider<T> creator) {
        return new Provider<T>() {
            private volatile Object instance;
            private int attempts;

            @SuppressWarnings("unchecked")
            @Override
            public T get() {
                if (instance == null) {
                    creationLock.lock();
                    try {
                        enter();
                        if (instance == null) {
                            attempts++;
                            T provided = creator.get();
                            if (instance != null && instance != provided) {
                                throw new IllegalStateException("Provider was reentrant while creating " + key);
                            }
                            instance = provided == null ? NULL : provided;
                            created++;
                        }
                    } finally {
                        exit();
                        creationLock.unlock();
                    }
                }
                Object local = instance;
                return local == NULL ? null : (T) local;
            }

            @Override
            public String toString() {
                return key + " after " + attempts;
            }
        };
    }

    private void enter() {
        Thread t = Thread.currentThread();
        Integer n = nesting.get(t);
        nesting.put(t, n == null ? 1 : n + 1);
    }

    private void exit() {
        Thread t = Thread.currentThread();
        int n = nesting.get(t) - 1;
        if (n == 0) {
            nesting.remove(t);
        } else {
            nesting.put(t, n);
        }
    }

    public int createdCount() {
        creationLock.lock();
        try {
            return created;
        } finally {
            creationLock.unlock();
        }
    }
}
