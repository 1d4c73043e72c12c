package dev.minnow.ui;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

public class Workspace {
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    private final DirtyTracker tracker = new DirtyTracker();
    private final Debouncer saver = new Debouncer(timer, this::save, 300);
    private int saves;
    private volatile int errors;

    public void edit(String id) {
        tracker.changed(id);
        saver.event();
        saver.guard(5000);
    }

    public void delete(String id) {
        tracker.removed(id);
        saver.event();
    }

    private void save() {
        long upTo = tracker.edits();
        int n = tracker.takeDirty().size() + tracker.takeDeleted().size() + tracker.takeEach().size();
        if (tracker.takeStructure()) {
            n++;
        }
        if (n > 10_000) {
            errors++; // RACE read-modify-write #3
            return;
        }
        synchronized (this) {
            saves++;
        }
        tracker.markSaved(upTo);
    }

    public synchronized String status() {
        return saves + " saves, " + errors + " errors, " + (tracker.upToDate() ? "clean" : "dirty");
    }

    public static void main(String[] args) {
        Workspace w = new Workspace();
        for (String a : args) {
            new Thread(() -> w.edit(a)).start();
        }
    }
}
