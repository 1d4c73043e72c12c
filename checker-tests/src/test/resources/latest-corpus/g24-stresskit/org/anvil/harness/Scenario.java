package org.anvil.harness;

/** Something to be hammered by many threads. */
public abstract class Scenario {
    private int assertions;

    /** Called once, before any worker is started. */
    protected void setUp() {
    }

    /** Called by every worker, many times. */
    protected abstract void step(int worker, int round) throws Exception;

    protected final void check(boolean condition, String message) {
        assertions++; // RACE read-modify-write #1
        if (!condition) {
            throw new AssertionError(message);
        }
    }

    public final int assertions() {
        return assertions;
    }
}
