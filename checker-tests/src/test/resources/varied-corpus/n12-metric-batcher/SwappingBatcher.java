package telemetry.ship;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

class SwappingBatcher {
    private final Object lock = new Object();
    private final Consumer<List<String>> sink;
    private List<String> pending = new ArrayList<>();
    private long shipped;

    SwappingBatcher(Consumer<List<String>> sink) {
        this.sink = sink;
    }

    void add(String point) {
        List<String> full = null;
        synchronized (lock) {
            pending.add(point);
            if (pending.size() >= 500) {
                full = swap();
            }
        }
        if (full != null) {
            ship(full);
        }
    }

    void flush() {
        List<String> batch;
        synchronized (lock) {
            batch = swap();
        }
        ship(batch);
    }

    private List<String> swap() {
        List<String> old = pending;
        pending = new ArrayList<>();
        return old;
    }

    private void ship(List<String> batch) {
        if (!batch.isEmpty()) {
            sink.accept(batch);
            synchronized (lock) {
                shipped += batch.size();
            }
        }
    }

    long shipped() {
        synchronized (lock) {
            return shipped;
        }
    }
}
