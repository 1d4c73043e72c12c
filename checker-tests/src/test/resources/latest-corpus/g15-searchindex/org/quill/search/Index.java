package org.quill.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/** The live index: readers see a consistent list of segments at any time. */
public final class Index {
    private final AtomicReference<List<Segment>> segments = new AtomicReference<>(List.of());
    private final ExecutorService indexers = Executors.newFixedThreadPool(4);
    private final ReentrantLock mergeLock = new ReentrantLock();
    private final AtomicInteger nextDoc = new AtomicInteger();
    private int merges;

    public Future<?> index(List<String> texts) {
        return indexers.submit(() -> {
            IndexBuilder b = new IndexBuilder();
            for (String t : texts) {
                b.add(nextDoc.getAndIncrement(), t);
            }
            publish(b.build());
        });
    }

    private void publish(Segment fresh) {
        List<Segment> now;
        List<Segment> then;
        do {
            now = segments.get();
            then = new ArrayList<>(now);
            then.add(fresh);
        } while (!segments.compareAndSet(now, List.copyOf(then)));
        if (then.size() > 10) {
            mergeAll();
        }
    }

    private void mergeAll() {
        if (!mergeLock.tryLock()) {
            return;
        }
        try {
            List<Segment> now = segments.get();
            Segment merged = now.stream().reduce(Segment::merge).orElseThrow();
            segments.updateAndGet(cur -> {
                List<Segment> rest = new ArrayList<>(cur);
                rest.removeAll(now);
                rest.add(0, merged);
                return List.copyOf(rest);
            });
            merges++;
        } finally {
            mergeLock.unlock();
        }
    }

    public int hits(String term) {
        int n = 0;
        for (Segment s : segments.get()) {
            n += s.lookup(term).length;
        }
        return n;
    }

    public int docs() {
        return segments.get().stream().mapToInt(Segment::docs).sum();
    }
}
