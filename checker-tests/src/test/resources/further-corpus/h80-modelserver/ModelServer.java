package modelserver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Serves predictions while models are replaced. Requests and administrators come concurrently. */
public class ModelServer implements AutoCloseable {

    private final AtomicReference<Model> live = new AtomicReference<>();
    private final AtomicReference<Model> shadow = new AtomicReference<>();
    private final Map<String, Model> byName = new ConcurrentHashMap<>();
    private final AtomicInteger reloads = new AtomicInteger();
    private final Executor loader;
    private volatile String lastError;
    private int reloadsRunning;

    public ModelServer(Model first, Executor loader) {
        this.live.set(first);
        this.loader = loader;
    }

    /** Makes the model the live one and returns the one it replaces, which the caller must close. */
    public Model swap(Model next) {
        Model old = live.get(); // RACE atomic-get-then-set #1
        live.set(next); // RACE atomic-get-then-set #1
        reloads.incrementAndGet();
        return old;
    }

    public Model swapShadow(Model next) {
        return shadow.getAndSet(next);
    }

    public boolean promoteShadow() {
        Model candidate = shadow.getAndSet(null);
        if (candidate == null) {
            return false;
        }
        Model old = live.getAndSet(candidate);
        if (old != null) {
            old.release();
        }
        return true;
    }

    public void deploy(String name, Model model) {
        Model old = byName.put(name, model);
        if (old != null) {
            old.release();
        }
    }

    public void undeploy(String name) {
        Model model = byName.get(name); // RACE check-then-act #2
        if (model != null) {
            byName.remove(name); // RACE check-then-act #2
            model.release(); // RACE check-then-act #2
        }
    }

    public double predict(double x) {
        while (true) {
            Model m = live.get();
            if (m == null) {
                throw new IllegalStateException("closed, last error " + lastError);
            }
            if (m.retain()) {
                try {
                    return m.apply(x);
                } finally {
                    m.release();
                }
            }
        }
    }

    public boolean reload(Supplier<Model> source) {
        synchronized (this) {
            if (reloadsRunning >= 2) {
                return false;
            }
            reloadsRunning++;
        }
        loader.execute(() -> {
            try {
                Model fresh = source.get();
                Model old = live.getAndSet(fresh);
                if (old != null) {
                    old.release();
                }
            } catch (RuntimeException e) {
                lastError = e.getMessage();
            } finally {
                synchronized (this) {
                    reloadsRunning--;
                }
            }
        });
        return true;
    }

    public List<String> names() {
        return new ArrayList<>(byName.keySet());
    }

    @Override
    public void close() {
        Model m = live.getAndSet(null);
        if (m != null) {
            m.release();
        }
    }
}
