package io.mossgrid.station;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** For development: a wandering value per channel. */
public class FakeSensor implements Sensor {
    private final Map<String, Double> values = new ConcurrentHashMap<>();
    private final AtomicLong sent = new AtomicLong();

    @Override
    public double read(String channel) {
        return values.compute(channel, (c, v) -> (v == null ? 20 : v) + ThreadLocalRandom.current().nextGaussian());
    }

    @Override
    public boolean send(double a, double b) {
        return sent.incrementAndGet() % 7 != 0;
    }

    public static void main(String[] args) throws InterruptedException {
        Station s = new Station(new FakeSensor());
        s.start();
        int minutes = 0;
        while (minutes < 10) {
            Thread.sleep(60_000);
            minutes++;
            System.out.println(s.samples() + " samples after " + minutes);
        }
    }
}
