package ui.bus;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;

/** Components subscribe from whatever thread they are created on; events are fired on a pool. */
public class EventHub {
    public interface Listener {
        void on(Object event);
    }

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final List<Listener> once = new ArrayList<>();
    private final List<Object> undelivered = new ArrayList<>();
    private final ExecutorService pool;

    public EventHub(ExecutorService pool) {
        this.pool = pool;
    }

    public void subscribe(Listener l) {
        if (!listeners.contains(l)) { // RACE check-then-act #1
            listeners.add(l); // RACE check-then-act #1
        }
    }

    public void unsubscribe(Listener l) {
        listeners.remove(l);
    }

    public void subscribeOnce(Listener l) {
        synchronized (once) {
            once.add(l);
        }
    }

    public void fire(Object event) {
        pool.execute(() -> {
            for (Listener l : listeners) {
                l.on(event);
            }
            List<Listener> drained;
            synchronized (once) {
                drained = new ArrayList<>(once);
                once.clear();
            }
            for (Listener l : drained) {
                l.on(event);
            }
            if (drained.isEmpty() && listeners.isEmpty()) {
                undelivered.add(event); // RACE unsafe-collection
            }
        });
    }
}
