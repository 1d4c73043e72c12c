package bus;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Dispatches events to the registered handlers. Registration and publication are
 * allowed from every thread, also from within handlers.
 */
public class EventBus {

    private static final Handler[] NONE = new Handler[0];

    private final Map<Class<?>, CopyOnWriteArrayList<Handler>> byType = new ConcurrentHashMap<>();
    private final AtomicReference<Handler[]> wildcards = new AtomicReference<>(NONE);
    private volatile Interceptor[] interceptors = new Interceptor[0];
    private volatile Handler[] deadLetters = NONE;
    private final Executor executor;

    public EventBus(Executor executor) {
        this.executor = executor;
    }

    public void subscribe(Class<?> type, Handler handler) {
        byType.computeIfAbsent(type, t -> new CopyOnWriteArrayList<>()).addIfAbsent(handler);
    }

    public void unsubscribe(Class<?> type, Handler handler) {
        List<Handler> handlers = byType.get(type);
        if (handlers != null) {
            handlers.remove(handler);
        }
    }

    /** Subscribes to every event; registering twice has no effect. */
    public void subscribeAll(Handler handler) {
        Handler[] old;
        Handler[] grown;
        do {
            old = wildcards.get();
            for (Handler h : old) {
                if (h == handler) {
                    return;
                }
            }
            grown = Arrays.copyOf(old, old.length + 1);
            grown[old.length] = handler;
        } while (!wildcards.compareAndSet(old, grown));
    }

    public void addInterceptor(Interceptor interceptor) {
        synchronized (this) {
            Interceptor[] grown = Arrays.copyOf(interceptors, interceptors.length + 1);
            grown[grown.length - 1] = interceptor;
            interceptors = grown;
        }
    }

    /** Handlers for events nobody is interested in. */
    public void addDeadLetterHandler(Handler handler) {
        Handler[] old = deadLetters;
        Handler[] grown = Arrays.copyOf(old, old.length + 1);
        grown[old.length] = handler;
        deadLetters = grown; // RACE rmw #1
    }

    public void publish(Object event) {
        for (Interceptor interceptor : interceptors) {
            if (!interceptor.before(event)) {
                return;
            }
        }
        boolean seen = deliver(byType.get(event.getClass()), event);
        for (Handler h : wildcards.get()) {
            seen = true;
            execute(h, event);
        }
        if (!seen) {
            for (Handler h : deadLetters) {
                execute(h, event);
            }
        }
    }

    private boolean deliver(List<Handler> handlers, Object event) {
        if (handlers == null || handlers.isEmpty()) {
            return false;
        }
        for (Handler h : handlers) {
            execute(h, event);
        }
        return true;
    }

    private void execute(Handler handler, Object event) {
        try {
            executor.execute(() -> handler.on(event));
        } catch (RejectedExecutionException e) {
            handler.on(event);
        }
    }

    /** Handles one event. */
    public interface Handler {
        void on(Object event);
    }

    /** Sees an event before it gets delivered. */
    public interface Interceptor {
        boolean before(Object event);
    }
}
