package elevator;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** State of an elevator; changed by buttons, sensors and the dispatcher, each on a thread of its own. */
public class Elevator {

    private static final VarHandle STATE;
    private static final VarHandle TRIPS;
    private static final VarHandle STOPS;

    static {
        try {
            MethodHandles.Lookup l = MethodHandles.lookup();
            STATE = l.findVarHandle(Elevator.class, "state", State.class);
            TRIPS = l.findVarHandle(Elevator.class, "trips", long.class);
            STOPS = l.findVarHandle(Elevator.class, "stops", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final List<Consumer<State>> listeners = new CopyOnWriteArrayList<>();
    private volatile State state = new Standing(0, false);
    private volatile long trips;
    private volatile long stops;

    /** A floor button has been pressed; floors are the bits of a word. */
    public boolean request(int floor) {
        long mask = 1L << floor;
        return ((long) STOPS.getAndBitwiseOr(this, mask) & mask) == 0;
    }

    public boolean depart() {
        while (true) {
            State s = state;
            if (!(s instanceof Standing standing) || standing.doorOpen()) {
                return false;
            }
            long todo = stops;
            if (todo == 0) {
                return false;
            }
            int target = Long.numberOfTrailingZeros(todo);
            if (STATE.compareAndSet(this, s, new Moving(standing.floor(), target))) {
                TRIPS.getAndAdd(this, 1L);
                fire();
                return true;
            }
        }
    }

    /** The sensor of a floor has been passed. */
    public void passed(int floor) {
        State after = update(s -> {
            if (s instanceof Moving m) {
                return m.to() == floor ? new Standing(floor, true) : new Moving(floor, m.to());
            }
            return s;
        });
        if (after instanceof Standing st && st.floor() == floor) {
            STOPS.getAndBitwiseAnd(this, ~(1L << floor));
        }
    }

    public void door(boolean open) {
        update(s -> s instanceof Standing st ? new Standing(st.floor(), open) : s);
    }

    public void emergency() {
        State before = (State) STATE.getAndSet(this, new Halted());
        if (!(before instanceof Halted)) {
            fire();
        }
    }

    private State update(UnaryOperator<State> f) {
        for (;;) {
            State old = state;
            State next = f.apply(old);
            if (next == old || STATE.weakCompareAndSet(this, old, next)) {
                if (next != old) {
                    fire();
                }
                return next;
            }
        }
    }

    private void fire() {
        State now = state;
        listeners.forEach(l -> l.accept(now));
    }

    public void listen(Consumer<State> listener) {
        listeners.add(listener);
    }

    public long trips() {
        return trips;
    }

    /** State of the cabin. */
    public sealed interface State {
    }

    /** At a floor. */
    public record Standing(int floor, boolean doorOpen) implements State {
    }

    /** On the way. */
    public record Moving(int at, int to) implements State {
    }

    /** Out of service. */
    public record Halted() implements State {
    }
}
