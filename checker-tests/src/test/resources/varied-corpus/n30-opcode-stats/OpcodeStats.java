package vm.interp;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Interpreter statistics. Every VM thread reports here. */
public enum OpcodeStats {
    LOAD, STORE, ADD, CALL, RETURN;

    private static final Map<OpcodeStats, Long> NANOS = new EnumMap<>(OpcodeStats.class);
    private static final Map<OpcodeStats, LongAdder> ERRORS = new EnumMap<>(OpcodeStats.class);

    static {
        for (OpcodeStats o : values()) {
            ERRORS.put(o, new LongAdder());
        }
    }

    private long executed;
    private int slowest;

    void executed(int nanos) {
        executed++; // RACE rmw
        NANOS.merge(this, (long) nanos, Long::sum); // RACE unsafe-collection
        if (slowest < nanos) { // RACE check-then-act #1
            slowest = nanos; // RACE check-then-act #1
        }
    }

    void failed() {
        ERRORS.get(this).increment();
    }

    static String report() {
        StringBuilder out = new StringBuilder();
        for (OpcodeStats o : values()) {
            out.append(o).append(' ').append(o.executed).append(' ').append(o.slowest)
                    .append(' ').append(ERRORS.get(o)).append('\n');
        }
        return out.toString();
    }
}
