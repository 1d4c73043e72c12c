package org.example.bookkeeper.client;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Tasks with the same key are run by the same thread. */
public class OrderedExecutor {
    private final ExecutorService[] threads;
    private final ExecutorService network = Executors.newCachedThreadPool();

    public OrderedExecutor(int n) {
        threads = new ExecutorService[n];
        for (int i = 0; i < n; i++) {
            threads[i] = Executors.newSingleThreadExecutor();
        }
    }

    public void executeOrdered(long key, Runnable r) {
        threads[(int) Math.floorMod(key, (long) threads.length)].execute(r);
    }

    void execute(long ledger, int bookie, long entry, byte[] data, Runnable onResponse) {
        network.execute(onResponse);
    }
}
