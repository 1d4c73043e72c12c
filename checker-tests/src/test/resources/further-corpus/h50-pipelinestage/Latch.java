package pipelinestage;

import java.util.concurrent.atomic.AtomicReference;

/** Holds a value which can be set once, by any thread. */
public final class Latch<T> {

    private final AtomicReference<T> value = new AtomicReference<>();
    private T copy;
    private int reads;

    public void set(T v) {
        Check.notNull(v, "v");
        Check.state(value.compareAndSet(null, v), "already set");
    }

    public synchronized T get() {
        if (copy == null) {
            copy = value.get();
        }
        reads++;
        return copy;
    }

    public synchronized int reads() {
        return reads;
    }
}
