package io.brooklime.flow;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;

/** One publisher per source; every source has a thread that reads it. */
public class Hub {
    private final Map<String, SubmissionPublisher<Reading>> publishers = new ConcurrentHashMap<>();
    private final Alarms alarms = new Alarms(90);
    private final AtomicLong demand = new AtomicLong(1000);

    public SubmissionPublisher<Reading> source(String name) {
        return publishers.computeIfAbsent(name, n -> {
            SubmissionPublisher<Reading> p = new SubmissionPublisher<>();
            p.subscribe(alarms);
            p.subscribe(new Aggregator(n, 16));
            return p;
        });
    }

    public void feed(String name, DoubleSupplier device) {
        SubmissionPublisher<Reading> p = source(name);
        new Thread(() -> {
            int sent = 0;
            while (takeDemand()) {
                p.submit(new Reading(name, device.getAsDouble()));
                sent++;
            }
            p.close();
            System.out.println(name + " sent " + sent);
        }, "feed-" + name).start();
    }

    private boolean takeDemand() {
        long d = demand.get();
        if (d == 0) {
            return false;
        }
        demand.set(d - 1); // RACE atomic-get-then-set #2
        return true;
    }

    public long finish() throws InterruptedException {
        return alarms.await(publishers.size());
    }
}

record Reading(String source, double value) {
}
