package org.anvil.pool;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Names threads {@code prefix-n}. Factories are asked by several pools at the same time. */
public class NamingFactory implements ThreadFactory {
    private static final AtomicInteger POOLS = new AtomicInteger();
    private final AtomicInteger next = new AtomicInteger(1);
    private final String prefix;
    private volatile int alive;

    public NamingFactory(String prefix) {
        this.prefix = prefix + '-' + POOLS.incrementAndGet() + '-';
    }

    @Override
    public Thread newThread(Runnable r) {
        Thread t = new Thread(() -> {
            synchronized (this) {
                alive++;
            }
            try {
                r.run();
            } finally {
                synchronized (this) {
                    alive--;
                }
            }
        }, prefix + next.getAndIncrement());
        t.setDaemon(true);
        return t;
    }

    public int alive() {
        return alive;
    }
}
