package k35;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The game server: one main thread ticks, a pool runs asynchronous events. */
public class ServerLoop {
    private final Queue<Runnable> syncTasks = new ConcurrentLinkedQueue<>();
    private final ExecutorService asyncPool = Executors.newCachedThreadPool();
    private final List<Plugin> plugins = new ArrayList<>();
    private volatile boolean running = true;
    private int currentTick;

    public interface Plugin {
        void onTick(int tick);

        void onAsyncChat(String player, String message);
    }

    /** Before {@link #start}. */
    public void register(Plugin p) {
        plugins.add(p);
    }

    public void runTask(Runnable r) {
        syncTasks.add(r);
    }

    public void runTaskAsynchronously(Runnable r) {
        asyncPool.execute(r);
    }

    public void start() {
        new Thread(this::mainLoop, "Server thread").start();
    }

    /** Called by the network threads. */
    public void chat(String player, String message) {
        asyncPool.execute(() -> {
            for (Plugin p : plugins) {
                p.onAsyncChat(player, message);
            }
        });
    }

    private void mainLoop() {
        while (running) {
            currentTick++;
            for (Runnable r; (r = syncTasks.poll()) != null; ) {
                r.run();
            }
            for (Plugin p : plugins) {
                p.onTick(currentTick);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                running = false;
            }
        }
    }

    public void stop() {
        running = false;
    }
}
