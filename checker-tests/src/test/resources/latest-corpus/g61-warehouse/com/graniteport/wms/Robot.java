package com.graniteport.wms;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** One robot, one thread. */
public class Robot implements Runnable {
    private final String name;
    private final List<Zone> zones;
    private final BlockingQueue<Job> jobs;
    private int distance;
    private int refused;

    public record Job(int fromZone, int toZone, String article, int count) {
    }

    public Robot(String name, List<Zone> zones, BlockingQueue<Job> jobs) {
        this.name = name;
        this.zones = zones;
        this.jobs = jobs;
    }

    @Override
    public void run() {
        try {
            Job j;
            while ((j = jobs.poll(1, TimeUnit.MINUTES)) != null) {
                Zone from = zones.get(j.fromZone());
                if (!from.enter(name)) {
                    refused++;
                    jobs.put(j);
                    continue;
                }
                int got = from.pick(j.article(), j.count());
                from.leave(name);
                distance += Math.abs(j.fromZone() - j.toZone());
                zones.get(j.toZone()).store(j.article(), got);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.out.println(name + " " + distance + " m, " + refused + " refused");
    }
}
