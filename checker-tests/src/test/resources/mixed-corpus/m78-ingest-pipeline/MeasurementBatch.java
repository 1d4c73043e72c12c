package ingest;

import java.util.ArrayList;
import java.util.List;

/** Measurements on their way; belongs to the thread that currently holds it. */
final class MeasurementBatch {

    private final List<double[]> values = new ArrayList<>();
    private int rejected;
    private long maxTimestamp;

    void add(double value, long timestamp) {
        if (Double.isNaN(value)) {
            rejected++;
            return;
        }
        values.add(new double[] {value, timestamp});
        maxTimestamp = Math.max(maxTimestamp, timestamp);
    }

    void reject() {
        rejected++; // RACE rmw #1
    }

    int size() {
        return values.size();
    }

    List<double[]> values() {
        return values;
    }

    int rejected() {
        return rejected;
    }

    long maxTimestamp() {
        return maxTimestamp;
    }

    void reset() {
        values.clear();
        rejected = 0;
        maxTimestamp = 0;
    }
}
