package k23;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Opens when too many commands fail; lets one try through after the sleep window. */
public class CommandCircuit {
    enum Status { CLOSED, OPEN, HALF_OPEN }

    private final AtomicReference<Status> status = new AtomicReference<>(Status.CLOSED);
    private final AtomicLong circuitOpened = new AtomicLong(-1);
    private final AtomicLong failures = new AtomicLong();
    private final long sleepWindow;
    private final long threshold;

    public CommandCircuit(long threshold, long sleepWindow) {
        this.threshold = threshold;
        this.sleepWindow = sleepWindow;
    }

    public void markSuccess() {
        if (status.compareAndSet(Status.HALF_OPEN, Status.CLOSED)) {
            failures.set(0);
            circuitOpened.set(-1L);
        }
    }

    public void markNonSuccess() {
        if (status.compareAndSet(Status.HALF_OPEN, Status.OPEN)) {
            circuitOpened.set(System.currentTimeMillis());
            return;
        }
        if (failures.incrementAndGet() >= threshold && status.compareAndSet(Status.CLOSED, Status.OPEN)) {
            circuitOpened.set(System.currentTimeMillis());
        }
    }

    public boolean attemptExecution() {
        if (circuitOpened.get() == -1) {
            return true;
        }
        long openedAt = circuitOpened.get();
        if (System.currentTimeMillis() > openedAt + sleepWindow) {
            return status.compareAndSet(Status.OPEN, Status.HALF_OPEN);
        }
        return false;
    }
}
