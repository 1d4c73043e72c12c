package org.loadrig.report;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prints a running summary. The test plan's element is cloned for each thread; the clones share the
 * totals of their name.
 */
public class Summariser implements SampleListener, Cloneable {

    private static final Logger log = LoggerFactory.getLogger(Summariser.class);
    private static final Object LOCK = new Object();
    private static final Map<String, Totals> ACCUMULATORS = new ConcurrentHashMap<>();
    private static int instanceCount;

    private transient Totals myTotals;
    private transient String myName;
    private transient int seen;

    public Summariser(String name) {
        this.myName = name;
        synchronized (LOCK) {
            ACCUMULATORS.clear();
            instanceCount = 0;
        }
    }

    private static final class Totals {
        private final RunningSample delta = new RunningSample("DELTA");
        private final RunningSample total = new RunningSample("TOTAL");
        private long last;

        void moveDelta() {
            total.add(delta);
            delta.clear();
        }
    }

    @Override
    public Summariser clone() {
        try {
            return (Summariser) super.clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void testStarted(String host) {
        synchronized (LOCK) {
            myTotals = ACCUMULATORS.get(myName);
            if (myTotals == null) {
                myTotals = new Totals();
                ACCUMULATORS.put(myName, myTotals);
            }
            instanceCount++;
        }
    }

    @Override
    public void sampleOccurred(long elapsedMillis, boolean success) {
        seen++;
        long now = System.currentTimeMillis() / 1000;
        String line = null;
        synchronized (myTotals) {
            myTotals.delta.addSample(elapsedMillis, success);
            if (now > myTotals.last + 30) {
                myTotals.last = now;
                myTotals.moveDelta();
                line = myTotals.total.format();
            }
        }
        if (line != null) {
            log.info("{} = {}", myName, line);
        }
    }

    @Override
    public void testEnded(String host) {
        synchronized (LOCK) {
            if (--instanceCount > 0) {
                return;
            }
        }
        for (Map.Entry<String, Totals> e : ACCUMULATORS.entrySet()) {
            Totals t = e.getValue();
            synchronized (t) {
                t.moveDelta();
                log.info("{} = {}", e.getKey(), t.total.format());
            }
        }
        log.debug("this thread: {}", seen);
    }
}

/** Sums up samples; the caller holds the lock of its totals. */
class RunningSample {
    private final String label;
    private long counter;
    private long runningSum;
    private long max;
    private long min = Long.MAX_VALUE;
    private int errors;

    RunningSample(String label) {
        this.label = label;
    }

    void addSample(long elapsed, boolean ok) {
        counter++;
        runningSum += elapsed;
        if (elapsed > max) {
            max = elapsed;
        }
        if (elapsed < min) {
            min = elapsed;
        }
        if (!ok) {
            errors++;
        }
    }

    void add(RunningSample o) {
        counter += o.counter;
        runningSum += o.runningSum;
        errors += o.errors;
        max = Math.max(max, o.max);
        min = Math.min(min, o.min);
    }

    void clear() {
        counter = runningSum = max = 0;
        min = Long.MAX_VALUE;
        errors = 0;
    }

    String format() {
        return label + " n=" + counter + " avg=" + (counter == 0 ? 0 : runningSum / counter) + " err=" + errors;
    }
}
