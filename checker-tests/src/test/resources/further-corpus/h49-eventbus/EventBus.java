package eventbus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Delivers events to listeners. Listeners can be added and removed at any time, from any thread;
 * delivery iterates over a snapshot.
 */
public class EventBus {

    public interface Listener {
        void on(Object event);
    }

    public interface Interceptor {
        Object before(Object event);
    }

    private final Map<Class<?>, CopyOnWriteArraySet<Listener>> typed = new ConcurrentHashMap<>();
    private final AtomicReference<Map<String, Listener>> named = new AtomicReference<>(Map.of());
    private volatile List<Listener> listeners = Collections.emptyList();
    private volatile Interceptor[] interceptors = new Interceptor[0];
    private volatile Listener deadLetter = event -> { };

    public void addListener(Listener listener) {
        List<Listener> copy = new ArrayList<>(listeners); // RACE atomic-get-then-set #1
        copy.add(listener);
        listeners = copy; // RACE atomic-get-then-set #1
    }

    public synchronized void removeListener(Listener listener) {
        List<Listener> copy = new ArrayList<>(listeners);
        if (copy.remove(listener)) {
            listeners = copy;
        }
    }

    public void addInterceptor(Interceptor interceptor) {
        synchronized (this) {
            Interceptor[] grown = Arrays.copyOf(interceptors, interceptors.length + 1);
            grown[grown.length - 1] = interceptor;
            interceptors = grown;
        }
    }

    public void addNamed(String name, Listener listener) {
        Map<String, Listener> old;
        Map<String, Listener> copy;
        do {
            old = named.get();
            if (old.containsKey(name)) {
                throw new IllegalArgumentException("already there: " + name);
            }
            copy = new HashMap<>(old);
            copy.put(name, listener);
        } while (!named.compareAndSet(old, copy));
    }

    public Listener removeNamed(String name) {
        Map<String, Listener> before = named.getAndUpdate(old -> {
            Map<String, Listener> copy = new HashMap<>(old);
            copy.remove(name);
            return copy;
        });
        return before.get(name);
    }

    public void addTyped(Class<?> type, Listener listener) {
        typed.computeIfAbsent(type, t -> new CopyOnWriteArraySet<>()).add(listener);
    }

    public void setDeadLetter(Listener deadLetter) {
        this.deadLetter = deadLetter;
    }

    public int publish(Object event) {
        for (Interceptor i : interceptors) {
            event = i.before(event);
        }
        int delivered = 0;
        for (Listener l : listeners) {
            l.on(event);
            delivered++;
        }
        CopyOnWriteArraySet<Listener> set = typed.get(event.getClass());
        if (set != null) {
            for (Listener l : set) {
                l.on(event);
                delivered++;
            }
        }
        for (Listener l : named.get().values()) {
            l.on(event);
            delivered++;
        }
        if (delivered == 0) {
            deadLetter.on(event);
        }
        return delivered;
    }
}
