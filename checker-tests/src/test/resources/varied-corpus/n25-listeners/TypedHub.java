package ui.bus;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;

final class TypedHub {
    private final Map<Class<?>, Set<EventHub.Listener>> byType = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<EventHub.Listener> wild = new CopyOnWriteArrayList<>();

    boolean subscribe(Class<?> type, EventHub.Listener l) {
        return byType.computeIfAbsent(type, t -> new CopyOnWriteArraySet<>()).add(l);
    }

    boolean subscribeAll(EventHub.Listener l) {
        return wild.addIfAbsent(l);
    }

    void fire(Object event) {
        for (EventHub.Listener l : byType.getOrDefault(event.getClass(), Set.of())) {
            l.on(event);
        }
        wild.forEach(l -> l.on(event));
    }
}
