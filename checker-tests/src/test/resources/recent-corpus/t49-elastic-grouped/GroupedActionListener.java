package org.example.elasticsearch.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Gathers the results of a group of shard actions; the last one to finish reduces them. */
public final class GroupedActionListener<T> {

    /** Partial result of a shard. */
    public static final class ShardResult {
        long docs;
        long took;
        int retries;

        void add(ShardResult o) {
            docs += o.docs;
            took = Math.max(took, o.took);
            retries += o.retries;
        }
    }

    private final Object[] results;
    private final AtomicInteger position = new AtomicInteger();
    private final AtomicInteger countDown;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final AtomicBoolean notified = new AtomicBoolean();
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Function<List<T>, T> reduce;
    private T reduced;
    private int reductions;

    public GroupedActionListener(int groupSize, Function<List<T>, T> reduce) {
        this.results = new Object[groupSize];
        this.countDown = new AtomicInteger(groupSize);
        this.reduce = reduce;
    }

    public void onResponse(T element) {
        results[position.getAndIncrement()] = element;
        done();
    }

    public void onFailure(Exception e) {
        if (!failure.compareAndSet(null, e)) {
            failure.accumulateAndGet(e, (current, update) -> {
                if (current != update) {
                    current.addSuppressed(update);
                }
                return current;
            });
        }
        done();
    }

    private void done() {
        if (countDown.decrementAndGet() > 0) {
            return;
        }
        if (notified.getAndSet(true)) {
            return;
        }
        reducePhase();
        finished.countDown();
    }

    @SuppressWarnings("unchecked")
    private void reducePhase() {
        List<T> all = new ArrayList<>();
        for (Object o : results) {
            if (o != null) {
                all.add((T) o);
            }
        }
        reduced = reduce.apply(all);
        reductions++;
    }

    public T await() throws InterruptedException {
        finished.await();
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
        return reduced;
    }

    public static ShardResult search(Executor searchPool, int shards) throws InterruptedException {
        GroupedActionListener<ShardResult> l = new GroupedActionListener<>(shards, parts -> {
            ShardResult sum = new ShardResult();
            for (ShardResult p : parts) {
                sum.add(p);
            }
            return sum;
        });
        for (int i = 0; i < shards; i++) {
            int shard = i;
            searchPool.execute(() -> {
                ShardResult r = new ShardResult();
                long start = System.nanoTime();
                try {
                    for (int seg = 0; seg <= shard % 3; seg++) {
                        r.docs += 100L * seg;
                        r.retries++;
                    }
                    r.took += System.nanoTime() - start;
                    l.onResponse(r);
                } catch (RuntimeException e) {
                    l.onFailure(e);
                }
            });
        }
        return l.await();
    }
}
