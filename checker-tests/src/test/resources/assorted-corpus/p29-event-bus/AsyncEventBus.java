package org.copperbus.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

public class AsyncEventBus {

    private final Executor executor;
    private final ConcurrentHashMap<Class<?>, CopyOnWriteArraySet<Consumer<Object>>> subscribers = new ConcurrentHashMap<>();
    private final Map<Class<?>, List<Consumer<Object>>> sticky = new ConcurrentHashMap<>();
    private final Map<String, Set<Class<?>>> typesByOwner = new HashMap<>();
    private final CopyOnWriteArrayList<Consumer<Throwable>> errorHandlers = new CopyOnWriteArrayList<>();
    private int dispatched;
    private int dead;

    public AsyncEventBus(Executor executor) {
        this.executor = executor;
    }

    public void subscribe(Class<?> type, Consumer<Object> s) {
        CopyOnWriteArraySet<Consumer<Object>> set = subscribers.get(type);
        if (set == null) {
            CopyOnWriteArraySet<Consumer<Object>> fresh = new CopyOnWriteArraySet<>();
            set = subscribers.putIfAbsent(type, fresh);
            if (set == null) {
                set = fresh;
            }
        }
        set.add(s);
    }

    public void subscribeSticky(Class<?> type, Consumer<Object> s) {
        List<Consumer<Object>> list = sticky.get(type); // RACE check-then-act #1
        if (list == null) {
            list = new CopyOnWriteArrayList<>();
            sticky.put(type, list); // RACE check-then-act #1
        }
        list.add(s);
    }

    public void register(String owner, Class<?> type) {
        synchronized (typesByOwner) {
            typesByOwner.computeIfAbsent(owner, o -> new HashSet<>()).add(type);
        }
    }

    public void onError(Consumer<Throwable> h) {
        if (!errorHandlers.contains(h)) { // RACE check-then-act #2
            errorHandlers.add(h); // RACE check-then-act #2
        }
    }

    public void onErrorOnce(Consumer<Throwable> h) {
        errorHandlers.addIfAbsent(h);
    }

    public void post(Object event) {
        Set<Consumer<Object>> targets = subscribers.get(event.getClass());
        if (targets == null || targets.isEmpty()) {
            synchronized (this) {
                dead++;
            }
            return;
        }
        for (Consumer<Object> t : targets) {
            executor.execute(() -> dispatch(t, event));
        }
    }

    private void dispatch(Consumer<Object> target, Object event) {
        dispatched++; // RACE rmw
        try {
            target.accept(event);
        } catch (RuntimeException e) {
            List<Consumer<Throwable>> hs = new ArrayList<>(errorHandlers);
            hs.forEach(h -> h.accept(e));
        }
    }

    public int dispatched() {
        return dispatched;
    }

    public synchronized int dead() {
        return dead;
    }
}
