package org.mullion.events;

import java.util.Arrays;
import java.util.EventListener;
import java.util.EventObject;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** Event multicaster. Listeners may come and go from any thread while events are fired. */
public class EventBus {
    public interface Listener extends EventListener {
        void handle(EventObject event);
    }

    private static final Listener[] NONE = {};

    private volatile Listener[] listeners = NONE;
    private final CopyOnWriteArrayList<Listener> late = new CopyOnWriteArrayList<>();

    public void add(Listener l) {
        Objects.requireNonNull(l);
        synchronized (this) {
            Listener[] grown = Arrays.copyOf(listeners, listeners.length + 1);
            grown[grown.length - 1] = l;
            listeners = grown;
        }
    }

    public void remove(Listener l) {
        Listener[] old = listeners; // RACE atomic-compound #1
        for (int i = 0; i < old.length; i++) {
            if (old[i] == l) {
                Listener[] shrunk = new Listener[old.length - 1];
                System.arraycopy(old, 0, shrunk, 0, i);
                System.arraycopy(old, i + 1, shrunk, i, shrunk.length - i);
                listeners = shrunk; // RACE atomic-compound #1
                return;
            }
        }
    }

    public synchronized void clear() {
        listeners = NONE;
    }

    public void addLate(Listener l) {
        late.addIfAbsent(l);
    }

    public void addLateUnlessPresent(Listener l) {
        if (!late.contains(l)) { // RACE check-then-act #2
            late.add(l); // RACE check-then-act #2
        }
    }

    public void fire(EventObject event) {
        int failed = 0;
        for (Listener l : listeners) {
            try {
                l.handle(event);
            } catch (RuntimeException e) {
                failed++;
            }
        }
        if (failed == 0) {
            late.forEach(l -> l.handle(event));
        }
    }
}

/** The same service with the array in an atomic reference. */
class AtomicEventBus {
    private final AtomicReference<EventBus.Listener[]> listeners = new AtomicReference<>(new EventBus.Listener[0]);

    void add(EventBus.Listener l) {
        while (true) {
            EventBus.Listener[] old = listeners.get();
            EventBus.Listener[] grown = Arrays.copyOf(old, old.length + 1);
            grown[old.length] = l;
            if (listeners.compareAndSet(old, grown)) {
                return;
            }
        }
    }

    void remove(EventBus.Listener l) {
        listeners.updateAndGet(old -> Arrays.stream(old).filter(x -> x != l).toArray(EventBus.Listener[]::new));
    }

    void fire(EventObject event) {
        for (EventBus.Listener l : listeners.get()) {
            l.handle(event);
        }
    }
}
