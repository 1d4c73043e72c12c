package k47;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Thread-safe. Subscribing copies the array, publishing walks over whichever it sees. */
public class EventBus {
    @SuppressWarnings("unchecked")
    private static final Consumer<Object>[] NONE = new Consumer[0];

    private volatile Consumer<Object>[] listeners = NONE;
    private volatile Consumer<Object>[] errorListeners = NONE;
    private final Map<Class<?>, Consumer<Object>[]> byType = new ConcurrentHashMap<>();
    private final Executor executor;

    public EventBus(Executor executor) {
        this.executor = executor;
    }

    public synchronized void addListener(Consumer<Object> l) {
        Consumer<Object>[] old = listeners;
        Consumer<Object>[] copy = Arrays.copyOf(old, old.length + 1);
        copy[old.length] = l;
        listeners = copy;
    }

    public synchronized void removeListener(Consumer<Object> l) {
        Consumer<Object>[] old = listeners;
        int n = Arrays.asList(old).indexOf(l);
        if (n < 0) {
            return;
        }
        Consumer<Object>[] copy = Arrays.copyOf(old, old.length - 1);
        System.arraycopy(old, n + 1, copy, n, copy.length - n);
        listeners = copy;
    }

    public void addErrorListener(Consumer<Object> l) {
        Consumer<Object>[] old = errorListeners; // RACE rmw #1
        Consumer<Object>[] copy = Arrays.copyOf(old, old.length + 1);
        copy[old.length] = l;
        errorListeners = copy; // RACE rmw #1
    }

    public void addTyped(Class<?> type, Consumer<Object> l) {
        byType.merge(type, only(l), (a, b) -> {
            Consumer<Object>[] both = Arrays.copyOf(a, a.length + b.length);
            System.arraycopy(b, 0, both, a.length, b.length);
            return both;
        });
    }

    @SuppressWarnings("unchecked")
    private static Consumer<Object>[] only(Consumer<Object> l) {
        return new Consumer[] {l};
    }

    public void post(Object event) {
        for (Consumer<Object> l : listeners) {
            executor.execute(() -> deliver(l, event));
        }
        Consumer<Object>[] typed = byType.getOrDefault(event.getClass(), NONE);
        for (Consumer<Object> l : typed) {
            executor.execute(() -> deliver(l, event));
        }
    }

    private void deliver(Consumer<Object> l, Object event) {
        try {
            l.accept(event);
        } catch (RuntimeException e) {
            for (Consumer<Object> x : errorListeners) {
                x.accept(e);
            }
        }
    }
}
