package io.mossgrid.station;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.DoubleAdder;

/** Samples sensors with several periodic tasks. */
public class Station {
    private final ScheduledExecutorService many = Executors.newScheduledThreadPool(4);
    private final ScheduledExecutorService single = Executors.newSingleThreadScheduledExecutor();
    private final Sensor sensor;
    private final Deque<Double> window = new ArrayDeque<>();
    private double sum;
    private int samples;
    private int uploads;
    private int retries;
    private volatile double latest;
    private final DoubleAdder rain = new DoubleAdder();
    private double hourlyRain;

    public Station(Sensor sensor) {
        this.sensor = sensor;
    }

    public void start() {
        many.scheduleAtFixedRate(this::sampleInside, 0, 1, TimeUnit.SECONDS);
        many.scheduleAtFixedRate(this::sampleOutside, 0, 1, TimeUnit.SECONDS);
        many.scheduleAtFixedRate(this::sampleRain, 0, 5, TimeUnit.SECONDS);
        single.scheduleAtFixedRate(this::upload, 60, 60, TimeUnit.SECONDS);
        single.scheduleWithFixedDelay(this::resend, 90, 30, TimeUnit.SECONDS);
        single.scheduleWithFixedDelay(this::rollHour, 1, 1, TimeUnit.HOURS);
    }

    private void sampleInside() {
        record(sensor.read("inside"));
    }

    private void sampleOutside() {
        double v = sensor.read("outside");
        latest = v;
        record(v);
    }

    private void record(double v) {
        samples++; // RACE read-modify-write #1
        synchronized (window) {
            window.addLast(v);
            sum += v;
            if (window.size() > 60) {
                sum -= window.removeFirst();
            }
        }
    }

    private void sampleRain() {
        rain.add(sensor.read("rain"));
    }

    private void rollHour() {
        hourlyRain = rain.sum();
        rain.reset(); // RACE split-section #2
    }

    private void upload() {
        double mean;
        synchronized (window) {
            mean = window.isEmpty() ? 0 : sum / window.size();
        }
        if (sensor.send(mean, latest)) {
            uploads++;
        } else {
            retries++;
        }
    }

    private void resend() {
        if (retries > 0 && sensor.send(hourlyRain, latest)) {
            retries--;
            uploads++;
        }
    }

    public int samples() {
        return samples;
    }
}
