package economy;

import java.util.ArrayList;
import java.util.List;

/** Hands tasks over to the main thread, which runs them once per tick. */
public class MainThreadBridge {

    private List<Runnable> tasks = new ArrayList<>();
    private final Object lock = new Object();
    private int late;

    public void callSync(Runnable task) {
        synchronized (lock) {
            tasks.add(task);
        }
    }

    /** Called by the server's main loop. */
    void tick(long deadline) {
        List<Runnable> todo;
        synchronized (lock) {
            todo = tasks;
            tasks = new ArrayList<>();
        }
        for (Runnable r : todo) {
            r.run();
        }
        if (System.nanoTime() > deadline) {
            late++;
        }
    }
}
