package org.tidewater.flow;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** State of one workflow instance; signalled by HTTP threads and by timers. */
public class WorkItem {
    public enum State { NEW, ASSIGNED, RUNNING, DONE, CANCELLED }

    private final String id;
    private volatile State state = State.NEW;
    private volatile String assignee;
    private final AtomicReference<State> audit = new AtomicReference<>(State.NEW);
    private final AtomicInteger attempts = new AtomicInteger();

    public WorkItem(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** Two people may press the button at the same time; only one gets the item. */
    public boolean assign(String user) {
        if (state == State.NEW) {
            assignee = user; // RACE check-then-act #1
            state = State.ASSIGNED; // RACE check-then-act #1
            return true;
        }
        return false;
    }

    public String assignee() {
        return assignee;
    }

    public boolean approve() {
        return audit.compareAndSet(State.NEW, State.DONE);
    }

    public boolean reject() {
        if (audit.get() != State.NEW) {
            return false;
        }
        return audit.compareAndSet(State.NEW, State.CANCELLED);
    }

    public State state() {
        return state;
    }

    int tryAgain(int max) {
        int n = attempts.incrementAndGet();
        return n > max ? -1 : n;
    }
}
