package com.basalt.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Reads "doc tag weight" lines with several readers on one queue. */
public class TagImport {
    private static final String END = "";

    private final TagIndex index;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>(10_000);
    private final List<Thread> readers = new ArrayList<>();
    private final Queue<String> bad = new ConcurrentLinkedQueue<>();

    public TagImport(TagIndex index) {
        this.index = index;
    }

    public void start(int n) {
        for (int i = 0; i < n; i++) {
            Thread t = new Thread(new LineReader());
            readers.add(t);
            t.start();
        }
    }

    public void line(String l) throws InterruptedException {
        lines.put(l);
    }

    public int finish() throws InterruptedException {
        lines.put(END);
        for (Thread t : readers) {
            t.join();
        }
        int n = 0;
        while (bad.poll() != null) {
            n++;
        }
        return n;
    }

    private final class LineReader implements Runnable {
        private int accepted;

        @Override
        public void run() {
            try {
                for (String l = lines.take(); !l.equals(END); l = lines.take()) {
                    String[] f = l.split(" ");
                    if (f.length != 3) {
                        bad.add(l);
                        continue;
                    }
                    int doc = Integer.parseInt(f[0]);
                    index.tag(doc, f[1], Integer.parseInt(f[2]));
                    if (++accepted % 100 == 0) {
                        index.boost(f[1], 1);
                    }
                }
                lines.put(END);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
