package com.plumeria.util;

import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Ways to run a piece of code. */
public final class Tasks {
    private static final ExecutorService POOL = Executors.newFixedThreadPool(4);

    private Tasks() {
    }

    /** Runs the body soon, on some pool thread. */
    public static void later(String label, Runnable body) {
        POOL.execute(() -> {
            Thread.currentThread().setName(label);
            body.run();
        });
    }

    /** Runs the body now and reports how long it took. */
    public static long timed(String label, Runnable body) {
        long t = System.nanoTime();
        body.run();
        return System.nanoTime() - t;
    }

    /** Runs the body up to n times until it does not throw. */
    public static void retrying(int n, Runnable body) {
        for (int i = 1;; i++) {
            try {
                body.run();
                return;
            } catch (RuntimeException e) {
                if (i >= n) {
                    throw e;
                }
            }
        }
    }

    /** Runs the body for all elements, on the pool, and waits. */
    public static <T> void forEachParallel(Collection<T> items, Consumer<T> body) {
        CountDownLatch left = new CountDownLatch(items.size());
        for (T item : items) {
            POOL.execute(() -> {
                try {
                    body.accept(item);
                } finally {
                    left.countDown();
                }
            });
        }
        try {
            left.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
