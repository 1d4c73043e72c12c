package iot.edge.core;

/** Readings of a device; knows nothing about threads. */
class Meter {
    private final String device;
    private long readings;
    private double sum;
    private double max = Double.NEGATIVE_INFINITY;
    private int alarms;

    Meter(String device) {
        this.device = device;
    }

    void reading(double v) {
        readings++; // RACE rmw #1
        sum += v; // RACE rmw #1
        if (v > max) { // RACE check-then-act #2
            max = v; // RACE check-then-act #2
        }
    }

    void alarm() {
        synchronized (this) {
            alarms++;
        }
    }

    double mean() {
        return readings == 0 ? 0 : sum / readings;
    }

    @Override
    public String toString() {
        return device + " " + mean() + " " + max;
    }
}
