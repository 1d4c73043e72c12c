package dev.cobble.build;

import java.util.ArrayList;
import java.util.List;

public class Target {
    final String name;
    final List<Target> dependents = new ArrayList<>();
    private int missing;
    private int state;

    static final int WAITING = 0;
    static final int READY = 1;
    static final int DONE = 2;

    public Target(String name) {
        this.name = name;
    }

    public Target dependsOn(Target... others) {
        for (Target t : others) {
            t.dependents.add(this);
            missing++;
        }
        return this;
    }

    int missing() {
        return missing;
    }

    /** Returns true for the caller that satisfied the last dependency. */
    synchronized boolean satisfied() {
        missing--;
        if (missing == 0 && state == WAITING) {
            state = READY;
            return true;
        }
        return false;
    }

    synchronized void done() {
        state = DONE;
    }
}
