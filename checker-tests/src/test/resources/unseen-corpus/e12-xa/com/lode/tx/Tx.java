package com.lode.tx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** State of one transaction; used by the thread it is bound to. */
public final class Tx {
    final long id;
    int depth = 1;
    private final List<Runnable> synchronizations = new ArrayList<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();

    Tx(long id) {
        this.id = id;
    }

    public void onCommit(Runnable r) {
        synchronizations.add(r);
    }

    public void onUndo(Runnable r) {
        undo.push(r);
    }

    void runSynchronizations() {
        for (Runnable r : synchronizations) {
            r.run();
        }
        synchronizations.clear();
    }

    void undo() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }
}
