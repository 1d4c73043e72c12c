package com.ironwood.threads;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Names the threads of a pool. A factory may be shared by several pools. */
public class NamedFactory implements ThreadFactory {
    private static final AtomicInteger POOLS = new AtomicInteger();

    private final String prefix;
    private final Thread.UncaughtExceptionHandler handler;
    private int created;

    public NamedFactory(String name, Thread.UncaughtExceptionHandler handler) {
        this.prefix = name + "-" + POOLS.incrementAndGet() + "-";
        this.handler = handler;
    }

    @Override
    public Thread newThread(Runnable r) {
        created++; // RACE read-modify-write #1
        Thread t = new Thread(r, prefix + created);
        t.setUncaughtExceptionHandler(handler);
        return t;
    }
}
