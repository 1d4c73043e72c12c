package k16;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public class CleanExpireService {
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(4);
    private final Map<String, ProcessQueue> table = new ConcurrentHashMap<>();

    public ProcessQueue register(String queue) {
        return table.computeIfAbsent(queue, q -> new ProcessQueue());
    }

    public void start() {
        for (int i = 0; i < 2; i++) {
            scheduler.scheduleAtFixedRate(this::cleanAll, 15, 15, TimeUnit.MINUTES);
        }
    }

    private void cleanAll() {
        for (ProcessQueue pq : table.values()) {
            if (!pq.isDropped()) {
                pq.cleanExpired(System.currentTimeMillis());
            }
        }
    }
}
