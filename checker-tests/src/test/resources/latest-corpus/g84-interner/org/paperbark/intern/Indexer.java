package org.paperbark.intern;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class Indexer implements Runnable {
    private static final WeakInterner<String> NAMES = new WeakInterner<>();
    private static final SoftMemo<String, Integer> LENGTHS = new SoftMemo<>(String::length);
    private static final Object PRINT = new Object();
    private static int finished;

    private final String text;
    private final Map<String, Integer> counts = new IdentityHashMap<>();

    public Indexer(String text) {
        this.text = text;
    }

    @Override
    public void run() {
        int letters = 0;
        for (String w : text.split(" ")) {
            String name = NAMES.intern(w);
            counts.put(name, counts.getOrDefault(name, 0) + 1);
            letters += LENGTHS.get(name);
            LENGTHS.use(name);
        }
        synchronized (PRINT) {
            finished++;
            System.out.println(finished + ": " + counts.size() + " words, " + letters + " letters, " + NAMES.stats());
        }
    }

    public static void main(String[] args) {
        ExecutorService pool = Executors.newFixedThreadPool(3);
        for (String a : args) {
            pool.submit(new Indexer(a));
        }
        pool.shutdown();
    }
}
