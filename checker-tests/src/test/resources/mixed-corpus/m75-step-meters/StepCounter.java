package step;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** Counter over steps, with a total for each outcome. */
public class StepCounter extends StepValue<Long> {

    private final LongAdder current = new LongAdder();
    private final Map<String, Long> outcomes = new TreeMap<>();
    private long lifetime;

    public StepCounter(LongSupplier clock, long stepMillis) {
        super(clock, stepMillis, 0L);
    }

    public void increment(String outcome) {
        current.increment();
        synchronized (outcomes) {
            outcomes.merge(outcome, 1L, Long::sum);
        }
    }

    @Override
    protected Long takeCurrent() {
        long n = current.sumThenReset();
        synchronized (this) {
            lifetime += n;
        }
        return n;
    }

    @Override
    protected Long noValue() {
        return 0L;
    }

    /** Total including the current step. */
    public synchronized long lifetime() {
        return lifetime + current.sum();
    }

    public Map<String, Long> takeOutcomes() {
        synchronized (outcomes) {
            Map<String, Long> copy = new TreeMap<>(outcomes);
            outcomes.clear();
            return copy;
        }
    }
}
