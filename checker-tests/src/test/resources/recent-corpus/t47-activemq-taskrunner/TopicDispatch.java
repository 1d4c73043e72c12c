package org.example.activemq.thread;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Dispatches messages of a topic to its consumers. */
public class TopicDispatch implements PooledTaskRunner.Task {

    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final PooledTaskRunner runner = new PooledTaskRunner(pool, this, 100);
    private final LinkedList<String> inbound = new LinkedList<>();
    private final List<String> pagedIn = new ArrayList<>();
    private final Map<String, Integer> dispatchedByGroup = new HashMap<>();
    private long dispatched;
    private int idleRounds;

    public void send(String message) {
        synchronized (inbound) {
            inbound.add(message);
        }
        runner.wakeup();
    }

    @Override
    public boolean iterate() {
        if (pagedIn.isEmpty()) {
            synchronized (inbound) {
                for (int i = 0; i < 50 && !inbound.isEmpty(); i++) {
                    pagedIn.add(inbound.removeFirst());
                }
            }
        }
        if (pagedIn.isEmpty()) {
            idleRounds++;
            return false;
        }
        String m = pagedIn.remove(pagedIn.size() - 1);
        String group = m.substring(0, Math.min(2, m.length()));
        Integer n = dispatchedByGroup.get(group);
        dispatchedByGroup.put(group, n == null ? 1 : n + 1);
        dispatched++;
        if (dispatched % 10_000 == 0) {
            System.getLogger("topic").log(System.Logger.Level.DEBUG, "{0} {1} idle {2}", dispatched, dispatchedByGroup, idleRounds);
        }
        return true;
    }

    public void stop() throws InterruptedException {
        runner.shutdown(1000);
        pool.shutdown();
    }
}
