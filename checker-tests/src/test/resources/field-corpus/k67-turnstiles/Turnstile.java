package k67;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** One object per gate of the stadium, each with its thread. */
public class Turnstile implements Runnable {
    private static int visitors;
    private static final List<String> rejected = new ArrayList<>();
    private static final Object LOG_LOCK = new Object();
    private static long lastEvent;

    private final String gate;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private int passed;
    private Integer batch = 0;

    public Turnstile(String gate) {
        this.gate = gate;
    }

    @Override
    public void run() {
        while (open.get()) {
            String ticket = scan();
            if (ticket == null) {
                break;
            }
            if (ticket.startsWith("x")) {
                reject(ticket);
            } else {
                admit();
            }
        }
    }

    private synchronized void admit() {
        passed++;
        visitors++; // RACE wrong-lock #1
    }

    private void reject(String ticket) {
        synchronized (LOG_LOCK) {
            rejected.add(gate + ":" + ticket);
            lastEvent = Math.max(lastEvent, System.nanoTime());
        }
    }

    /** The clerks' terminals. */
    public void admitGroup(int n) {
        synchronized (batch) {
            batch += n; // RACE wrong-lock #2
        }
    }

    private String scan() {
        return passed > 10_000 ? null : gate + passed;
    }

    public void close() {
        open.set(false);
    }

    public static int visitors() {
        return visitors;
    }
}
