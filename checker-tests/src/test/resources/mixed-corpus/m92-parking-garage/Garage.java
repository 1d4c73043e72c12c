package garage;

import com.google.common.util.concurrent.Monitor;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A garage with gates and reserved places; every gate has a controller thread. */
public class Garage {

    private final Monitor monitor = new Monitor();
    private final Monitor.Guard placeFree = new Monitor.Guard(monitor) {
        @Override
        public boolean isSatisfied() {
            return occupied < capacity && !closed;
        }
    };
    private final Monitor.Guard empty = monitor.newGuard(() -> this.occupied == 0);
    private final Map<String, Long> enteredAt = new HashMap<>();
    private final Set<String> passes = new LinkedHashSet<>();
    private int capacity;
    private int occupied;
    private long turnover;
    private boolean closed;

    public Garage(int capacity) {
        this.capacity = capacity;
    }

    public boolean enter(String plate, long seconds) {
        if (!monitor.enterWhenUninterruptibly(placeFree, seconds, TimeUnit.SECONDS)) {
            return false;
        }
        try {
            if (enteredAt.putIfAbsent(plate, System.nanoTime()) != null) {
                return false;
            }
            occupied++;
            return true;
        } finally {
            monitor.leave();
        }
    }

    public long leave(String plate) {
        monitor.enter();
        try {
            Long since = enteredAt.remove(plate);
            if (since == null) {
                return 0;
            }
            occupied--;
            long cents = passes.contains(plate) ? 0 : fee(since);
            turnover += cents;
            return cents;
        } finally {
            monitor.leave();
        }
    }

    private static long fee(long since) {
        return 200 + TimeUnit.NANOSECONDS.toMinutes(System.nanoTime() - since) * 3;
    }

    /** Registers a pass if the gate's controller can do so at once. */
    public boolean tryAddPass(String plate) {
        if (monitor.tryEnter()) {
            try {
                return passes.add(plate);
            } finally {
                monitor.leave();
            }
        }
        return false;
    }

    public void blockPlaces(int n) {
        if (monitor.enterIf(placeFree)) {
            try {
                capacity = Math.max(occupied, capacity - n);
            } finally {
                monitor.leave();
            }
        }
    }

    public void closeAndAwaitEmpty() throws InterruptedException {
        monitor.enter();
        try {
            closed = true;
            monitor.waitFor(empty);
            passes.clear();
        } finally {
            monitor.leave();
        }
    }

    public long turnover() {
        monitor.enter();
        try {
            return turnover;
        } finally {
            monitor.leave();
        }
    }
}
