package org.example.jmeter.visualizers;

import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/** Sample listener, notified by every thread of the test plan. */
public class SummaryReport implements SampleListener {

    private static final String TOTAL = "TOTAL";

    private final Map<String, Calculator> tableRows = new ConcurrentHashMap<>();
    private final Map<String, Integer> errorsByCode = new HashMap<>();
    private final Deque<Calculator> newRows = new ConcurrentLinkedDeque<>();
    private final AtomicInteger activeThreads = new AtomicInteger();
    private final Calculator total = new Calculator(TOTAL);
    private int assertionFailures;

    @Override
    public void sampleOccurred(SampleResult res) {
        Calculator row = tableRows.computeIfAbsent(res.label(), label -> {
            Calculator c = new Calculator(label);
            newRows.add(c);
            return c;
        });
        synchronized (row) {
            row.addSample(res);
        }
        synchronized (total) {
            total.addSample(res);
        }
        if (!res.success()) {
            Integer old = errorsByCode.get(res.code()); // RACE check-then-act #1
            errorsByCode.put(res.code(), old == null ? 1 : old + 1); // RACE check-then-act #1
        }
        if (res.assertionFailed()) {
            assertionFailures++; // RACE rmw
        }
    }

    @Override
    public void threadStarted() {
        activeThreads.incrementAndGet();
    }

    @Override
    public void threadFinished() {
        if (activeThreads.decrementAndGet() == 0) {
            System.getLogger("jmeter").log(System.Logger.Level.INFO,
                    "{0} errors {1}, {2} assertion failures", total, errorsByCode, assertionFailures);
        }
    }
}
