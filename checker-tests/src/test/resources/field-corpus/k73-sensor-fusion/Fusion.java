package k73;

import java.util.Arrays;
import java.util.Timer;
import java.util.TimerTask;

/** Combines the samples of a rig. The driver's callback thread and a timer meet here. */
public class Fusion {
    private final double[] window = new double[64];
    private final boolean[] used = new boolean[64];
    private int cursor;
    private double bias;
    private volatile double estimate;
    private volatile int calibrations;
    private final Timer timer = new Timer("fusion", true);
    private final SensorDriver driver;

    public Fusion(SensorDriver driver) {
        this.driver = driver;
    }

    public void start() {
        driver.subscribe(this::onSample);
        timer.schedule(new TimerTask() {
            private int ticks;

            @Override
            public void run() {
                ticks++;
                fuse();
                if (ticks % 600 == 0) {
                    calibrate();
                }
            }
        }, 100, 100);
    }

    private void onSample(double v) {
        synchronized (window) {
            window[cursor] = v;
            used[cursor] = true;
            cursor = (cursor + 1) % window.length;
        }
        if (Math.abs(v - estimate) > 100) {
            bias += (v - estimate) * 0.01; // RACE rmw #1
        }
    }

    private void fuse() {
        double sum = 0;
        int n = 0;
        synchronized (window) {
            for (int i = 0; i < window.length; i++) {
                if (used[i]) {
                    sum += window[i];
                    n++;
                }
            }
            Arrays.fill(used, false);
        }
        if (n > 0) {
            estimate = estimate * 0.9 + sum / n * 0.1;
        }
        bias *= 0.999; // RACE rmw #1
    }

    private void calibrate() {
        calibrations++;
        estimate -= bias;
    }

    public double estimate() {
        return estimate;
    }

    public int calibrations() {
        return calibrations;
    }
}

class SensorDriver {
    private volatile java.util.function.DoubleConsumer consumer;
    private int samples;

    void subscribe(java.util.function.DoubleConsumer c) {
        consumer = c;
        Thread t = new Thread(() -> {
            while (!Thread.interrupted()) {
                samples++;
                consumer.accept(Math.sin(samples));
            }
        }, "sensor");
        t.setDaemon(true);
        t.start();
    }
}
