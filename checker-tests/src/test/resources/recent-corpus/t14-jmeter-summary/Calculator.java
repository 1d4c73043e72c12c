package org.example.jmeter.visualizers;

/** Running figures of one label. */
class Calculator {
    private final String label;
    private double sum;
    private double sumOfSquares;
    private long bytes;
    private int count;
    private long maximum = Long.MIN_VALUE;

    Calculator(String label) {
        this.label = label;
    }

    void addSample(SampleResult res) {
        count++;
        bytes += res.bytes();
        sum += res.elapsed();
        sumOfSquares += (double) res.elapsed() * res.elapsed();
        if (res.elapsed() > maximum) {
            maximum = res.elapsed();
        }
    }

    @Override
    public String toString() {
        double mean = count == 0 ? 0 : sum / count;
        return label + " n=" + count + " avg=" + mean + " max=" + maximum + " kB=" + bytes / 1024
                + " dev=" + Math.sqrt(count == 0 ? 0 : sumOfSquares / count - mean * mean);
    }
}

record SampleResult(String label, long elapsed, long bytes, String code, boolean success, boolean assertionFailed) {
}

interface SampleListener {
    void sampleOccurred(SampleResult res);

    void threadStarted();

    void threadFinished();
}
