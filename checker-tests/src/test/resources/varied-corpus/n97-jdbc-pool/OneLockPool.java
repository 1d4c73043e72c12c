package jdbc.pooling;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

class OneLockPool<C> {
    private final Deque<C> idle = new ArrayDeque<>();
    private final Supplier<C> factory;
    private final int max;
    private int active;
    private int created;

    OneLockPool(Supplier<C> factory, int max) {
        this.factory = factory;
        this.max = max;
    }

    C get() throws InterruptedException {
        synchronized (idle) {
            while (active >= max) {
                idle.wait();
            }
            active++;
            C c = idle.poll();
            if (c != null) {
                return c;
            }
            created++;
        }
        try {
            return factory.get();
        } catch (RuntimeException e) {
            synchronized (idle) {
                active--;
                created--;
                idle.notify();
            }
            throw e;
        }
    }

    void put(C c) {
        synchronized (idle) {
            idle.push(c);
            active--;
            idle.notify();
        }
    }
}
