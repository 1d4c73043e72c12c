package org.loadrig.report;

/** Listener in a test plan; the engine hands each of its threads an own clone. */
public interface SampleListener {
    void testStarted(String host);

    void sampleOccurred(long elapsedMillis, boolean success);

    void testEnded(String host);
}
