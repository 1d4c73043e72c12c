package org.example.kafka.streams;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Grants the directories of tasks to stream threads. */
public class StateDirectory {

    private final HashMap<String, Thread> lockedTasksToOwner = new HashMap<>();
    private final Map<String, TaskStore> stores = new ConcurrentHashMap<>();
    private int cleanups;
    private int removedDirs;

    /** Local state of a task. */
    static final class TaskStore {
        private final Map<String, Long> values = new HashMap<>();
        private long offset = -1;
        private int flushes;

        void put(String key, long delta) {
            Long old = values.get(key);
            values.put(key, old == null ? delta : old + delta);
            offset++;
        }

        void flush() {
            flushes++;
        }

        void wipe() {
            values.clear();
            offset = -1;
        }
    }

    synchronized boolean lock(String taskId) {
        Thread owner = lockedTasksToOwner.get(taskId);
        if (owner != null) {
            return owner == Thread.currentThread();
        }
        lockedTasksToOwner.put(taskId, Thread.currentThread());
        return true;
    }

    synchronized void unlock(String taskId) {
        Thread owner = lockedTasksToOwner.get(taskId);
        if (owner == Thread.currentThread()) {
            lockedTasksToOwner.remove(taskId);
        }
    }

    TaskStore storeOf(String taskId) {
        TaskStore s = stores.get(taskId);
        if (s == null) {
            s = new TaskStore();
            TaskStore other = stores.putIfAbsent(taskId, s);
            if (other != null) {
                s = other;
            }
        }
        return s;
    }

    synchronized void cleanRemovedTasks() {
        cleanups++;
        for (Iterator<String> it = stores.keySet().iterator(); it.hasNext(); ) {
            String id = it.next();
            if (lock(id)) {
                try {
                    stores.get(id).wipe();
                    it.remove();
                    removedDirs++;
                } finally {
                    unlock(id);
                }
            }
        }
    }

    ScheduledExecutorService startCleaner() {
        ScheduledExecutorService s = Executors.newSingleThreadScheduledExecutor();
        s.scheduleAtFixedRate(this::cleanRemovedTasks, 1, 1, TimeUnit.MINUTES);
        return s;
    }

    @Override
    public synchronized String toString() {
        return "cleanups=" + cleanups + ", removed=" + removedDirs;
    }
}
