package k46;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** A running workflow: user requests, timers and service callbacks move it on. */
public class ProcessInstance {
    public enum State { CREATED, RUNNING, WAITING, COMPLETED, CANCELLED }

    private static final Map<State, Set<State>> ALLOWED = new EnumMap<>(State.class);

    static {
        ALLOWED.put(State.CREATED, EnumSet.of(State.RUNNING, State.CANCELLED));
        ALLOWED.put(State.RUNNING, EnumSet.of(State.WAITING, State.COMPLETED, State.CANCELLED));
        ALLOWED.put(State.WAITING, EnumSet.of(State.RUNNING, State.CANCELLED));
        ALLOWED.put(State.COMPLETED, EnumSet.noneOf(State.class));
        ALLOWED.put(State.CANCELLED, EnumSet.noneOf(State.class));
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.CREATED);
    private final AtomicReference<String> assignee = new AtomicReference<>();
    private final List<String> audit = Collections.synchronizedList(new ArrayList<>());

    public boolean moveTo(State next) {
        while (true) {
            State s = state.get();
            if (!ALLOWED.get(s).contains(next)) {
                return false;
            }
            if (state.compareAndSet(s, next)) {
                audit.add(s + " -> " + next);
                return true;
            }
        }
    }

    public boolean claim(String user) {
        return assignee.compareAndSet(null, user);
    }

    public void reassign(String user) {
        String before = assignee.getAndSet(user);
        audit.add("from " + before + " to " + user);
    }

    public State state() {
        return state.get();
    }
}
