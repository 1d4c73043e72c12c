package protocol;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Dispatches requests to the handlers; one instance serves all connections. */
public class ProtocolDispatcher {

    private static int instances;

    private final Map<OpCode, Function<byte[], byte[]>> handlers = new EnumMap<>(OpCode.class);
    private final Map<OpCode, AtomicLong> credits = new EnumMap<>(OpCode.class);
    private final Set<OpCode> disabled = EnumSet.noneOf(OpCode.class);
    private volatile Set<OpCode> throttled = Set.of();

    public ProtocolDispatcher(Map<OpCode, Function<byte[], byte[]>> handlers, long creditsPerOp) {
        this.handlers.putAll(handlers);
        for (OpCode op : OpCode.values()) {
            credits.put(op, new AtomicLong(creditsPerOp));
        }
        synchronized (ProtocolDispatcher.class) {
            instances++;
        }
    }

    public byte[] dispatch(int code, byte[] body) {
        OpCode op = OpCode.of(code);
        if (op == null || isDisabled(op)) {
            return null;
        }
        long cost = op.cost(body.length);
        if (throttled.contains(op) && !charge(op, cost)) {
            return null;
        }
        long start = System.nanoTime();
        byte[] result = handlers.get(op).apply(body);
        op.called(body.length, System.nanoTime() - start);
        return result;
    }

    private boolean charge(OpCode op, long cost) {
        AtomicLong left = credits.get(op);
        if (left.get() < cost) { // RACE atomic-compound #2
            return false;
        }
        left.addAndGet(-cost); // RACE atomic-compound #2
        return true;
    }

    public void refill(OpCode op, long amount, long max) {
        credits.get(op).getAndUpdate(c -> Math.min(max, c + amount));
    }

    private boolean isDisabled(OpCode op) {
        synchronized (disabled) {
            return disabled.contains(op);
        }
    }

    /** Operator command. */
    public void disable(OpCode op) {
        synchronized (disabled) {
            disabled.add(op);
        }
    }

    /** Operator command. */
    public synchronized void throttle(OpCode op) {
        Set<OpCode> copy = throttled.isEmpty() ? EnumSet.noneOf(OpCode.class) : EnumSet.copyOf(throttled);
        copy.add(op);
        throttled = copy;
    }

    public static synchronized int instances() {
        return instances;
    }
}
