package objectpool;

import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Pool of expensive objects; thread-safe. */
public class GenericPool<T> {

    private final Supplier<T> factory;
    private final Consumer<T> destroyer;
    private final int maxTotal;
    private final LinkedBlockingDeque<Pooled<T>> idle = new LinkedBlockingDeque<>();
    private final Map<T, Pooled<T>> all = new ConcurrentHashMap<>();
    private final AtomicLong createCount = new AtomicLong();
    private final AtomicLong borrowed = new AtomicLong();
    private final AtomicLong destroyed = new AtomicLong();
    private final StatsStore activeTimes = new StatsStore(100);
    private volatile Duration maxBorrowWait = Duration.ZERO;
    private volatile long destroyedByEvictor;
    private volatile boolean closed;

    public GenericPool(Supplier<T> factory, Consumer<T> destroyer, int maxTotal) {
        this.factory = factory;
        this.destroyer = destroyer;
        this.maxTotal = maxTotal;
    }

    public T borrow(long timeoutMillis) throws InterruptedException {
        long start = System.nanoTime();
        Pooled<T> p = null;
        while (p == null) {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            p = idle.pollFirst();
            if (p == null) {
                p = create();
            }
            if (p == null) {
                p = idle.pollFirst(timeoutMillis, TimeUnit.MILLISECONDS);
            }
            if (p == null) {
                throw new NoSuchElementException("timeout");
            }
            if (!p.allocate()) {
                p = null;
            }
        }
        borrowed.incrementAndGet();
        Duration wait = Duration.ofNanos(System.nanoTime() - start);
        if (wait.compareTo(maxBorrowWait) > 0) { // RACE check-then-act #1
            maxBorrowWait = wait; // RACE check-then-act #1
        }
        return p.object;
    }

    private Pooled<T> create() {
        long n = createCount.incrementAndGet();
        if (n > maxTotal) {
            createCount.decrementAndGet();
            return null;
        }
        boolean ok = false;
        try {
            Pooled<T> p = new Pooled<>(factory.get());
            all.put(p.object, p);
            ok = true;
            return p;
        } finally {
            if (!ok) {
                createCount.decrementAndGet();
            }
        }
    }

    public void giveBack(T object) {
        Pooled<T> p = all.get(object);
        if (p == null || !p.startReturn()) {
            throw new IllegalStateException("not borrowed from this pool");
        }
        activeTimes.add(p.activeNanos());
        p.deallocate();
        if (closed) {
            destroy(p);
        } else {
            idle.addFirst(p);
            if (closed) {
                clear();
            }
        }
    }

    private boolean destroy(Pooled<T> p) {
        if (all.remove(p.object, p)) {
            destroyer.accept(p.object);
            destroyed.incrementAndGet();
            createCount.decrementAndGet();
            return true;
        }
        return false;
    }

    /** Run by the evictor, and by operators through JMX. */
    public void evict(Duration maxIdle) {
        for (Pooled<T> p : idle) {
            if (p.idleNanos() > maxIdle.toNanos() && p.startEviction()) {
                idle.remove(p);
                if (destroy(p)) {
                    destroyedByEvictor++; // RACE rmw #2
                }
            }
        }
    }

    public void clear() {
        Pooled<T> p;
        while ((p = idle.poll()) != null) {
            if (p.startEviction()) {
                destroy(p);
            }
        }
    }

    public void close() {
        closed = true;
        clear();
    }

    public Duration maxBorrowWait() {
        return maxBorrowWait;
    }

    public long destroyedByEvictor() {
        return destroyedByEvictor;
    }
}
