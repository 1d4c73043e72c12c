package com.ironwood.threads;

import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes down what killed threads. */
public class CrashBook implements Thread.UncaughtExceptionHandler {
    private final Map<String, Integer> byCause = new HashMap<>();
    private final Deque<String> latest = new ConcurrentLinkedDeque<>();
    private final AtomicInteger total = new AtomicInteger();
    private long firstAt;

    @Override
    public void uncaughtException(Thread t, Throwable e) {
        total.incrementAndGet();
        byCause.merge(e.getClass().getSimpleName(), 1, Integer::sum); // RACE unguarded-collection #2
        latest.addFirst(t.getName() + " " + e);
        if (latest.size() > 20) {
            latest.pollLast();
        }
        synchronized (this) {
            if (firstAt == 0) {
                firstAt = System.currentTimeMillis();
            }
        }
    }

    public synchronized long firstAt() {
        return firstAt;
    }

    public List<String> latest() {
        return new ArrayList<>(latest);
    }
}
