package step;

import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** Distribution summary over steps. Recorded by all threads of the application. */
public class StepSummary extends StepValue<StepSummary.Summary> {

    private final LongAdder count = new LongAdder();
    private final DoubleAdder total = new DoubleAdder();
    private final LongAccumulator max = new LongAccumulator(Long::max, 0);
    private final double[] lastValues = new double[8];
    private volatile double sumOfSquares;
    private int cursor;

    public StepSummary(LongSupplier clock, long stepMillis) {
        super(clock, stepMillis, new Summary(0, 0, 0, 0));
    }

    public void record(double value) {
        count.increment();
        total.add(value);
        max.accumulate((long) value);
        double squares = sumOfSquares;
        squares += value * value;
        sumOfSquares = squares; // RACE rmw #1
        synchronized (lastValues) {
            lastValues[cursor] = value;
            cursor = cursor + 1 & 7;
        }
    }

    @Override
    protected Summary takeCurrent() {
        double squares = sumOfSquares;
        sumOfSquares = 0; // RACE rmw #1
        return new Summary(count.sumThenReset(), total.sumThenReset(), max.getThenReset(), squares);
    }

    @Override
    protected Summary noValue() {
        return new Summary(0, 0, 0, 0);
    }

    public double[] lastValues() {
        synchronized (lastValues) {
            return lastValues.clone();
        }
    }

    /** Figures of a step. */
    public record Summary(long count, double total, long max, double sumOfSquares) {
    }
}
