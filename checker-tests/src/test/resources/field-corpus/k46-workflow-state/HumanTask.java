package k46;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Shown in the inboxes of several people at once. */
public class HumanTask {
    private final AtomicReference<String> owner = new AtomicReference<>();
    private final AtomicReference<ProcessInstance.State> state =
            new AtomicReference<>(ProcessInstance.State.CREATED);
    private final AtomicInteger escalations = new AtomicInteger();

    public boolean claim(String user) {
        if (owner.get() != null) { // RACE atomic-compound #1
            return false;
        }
        owner.set(user); // RACE atomic-compound #1
        return true;
    }

    public void escalate() {
        int level = escalations.get(); // RACE atomic-compound #2
        if (level < 3) {
            escalations.set(level + 1); // RACE atomic-compound #2
        }
    }

    public boolean complete() {
        if (state.get() == ProcessInstance.State.RUNNING) { // RACE atomic-compound #3
            state.set(ProcessInstance.State.COMPLETED); // RACE atomic-compound #3
            return true;
        }
        return false;
    }

    public void start() {
        state.compareAndSet(ProcessInstance.State.CREATED, ProcessInstance.State.RUNNING);
    }
}
