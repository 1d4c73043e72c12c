package buildqueue;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One queue per folder of the server. */
public final class QueueRegistry {

    private final Map<String, BuildQueue> queues = new ConcurrentHashMap<>();

    public BuildQueue forFolder(String folder) {
        return queues.computeIfAbsent(folder, f -> new BuildQueue());
    }

    public void maintainAll() {
        queues.values().forEach(BuildQueue::maintain);
    }

    public boolean cancelEverywhere(long id) {
        boolean any = false;
        for (BuildQueue q : queues.values()) {
            any |= q.cancel(id);
        }
        return any;
    }
}
