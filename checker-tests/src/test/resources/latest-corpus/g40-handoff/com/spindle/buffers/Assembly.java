package com.spindle.buffers;

import java.util.ArrayList;
import java.util.List;

/** Producers and consumers around one buffer. */
public class Assembly {
    private final BoundedBuffer<String> belt = new BoundedBuffer<>(32);
    private final OneShot<String> firstDefect = new OneShot<>();
    private final List<Thread> crew = new ArrayList<>();
    private volatile boolean stopped;
    private int idle;
    private int defects;

    public synchronized void hire(int producers, int consumers) {
        for (int i = 0; i < producers; i++) {
            crew.add(new Thread(this::produce));
        }
        for (int i = 0; i < consumers; i++) {
            crew.add(new Thread(this::consume));
        }
        for (Thread t : crew) {
            if (t.getState() == Thread.State.NEW) {
                t.start();
            }
        }
    }

    private void produce() {
        int made = 0;
        while (!stopped) {
            if (belt.offer("part " + made)) {
                made++;
            } else {
                idle++; // RACE read-modify-write #2
            }
        }
    }

    private void consume() {
        try {
            while (!stopped) {
                String part = belt.take();
                if (part.endsWith("13")) {
                    firstDefect.set(part);
                    synchronized (this) {
                        defects++;
                    }
                }
            }
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    public synchronized String report() {
        return idle + " idle turns, " + defects + " defects";
    }
}
