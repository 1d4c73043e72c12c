package k30;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The same with a monitor: emitting and missed are guarded by this. */
public final class EmitterLoop<T> {
    private final Consumer<? super T> downstream;
    private boolean emitting;
    private List<T> missed;
    // by the emitting thread
    private long delivered;

    public EmitterLoop(Consumer<? super T> downstream) {
        this.downstream = downstream;
    }

    public void next(T value) {
        synchronized (this) {
            if (emitting) {
                if (missed == null) {
                    missed = new ArrayList<>(4);
                }
                missed.add(value);
                return;
            }
            emitting = true;
        }
        downstream.accept(value);
        delivered++;
        for (;;) {
            List<T> q;
            synchronized (this) {
                q = missed;
                if (q == null) {
                    emitting = false;
                    return;
                }
                missed = null;
            }
            for (T t : q) {
                downstream.accept(t);
                delivered++;
            }
        }
    }
}
