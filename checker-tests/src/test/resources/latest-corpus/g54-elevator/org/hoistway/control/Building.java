package org.hoistway.control;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

public class Building {
    private final Elevator[] cabins;
    private final ExecutorService panels = Executors.newFixedThreadPool(4);
    private final AtomicInteger turn = new AtomicInteger();
    private final int[] served;

    public Building(int n) {
        cabins = new Elevator[n];
        served = new int[n];
        for (int i = 0; i < n; i++) {
            Elevator e = new Elevator();
            cabins[i] = e;
            Thread t = new Thread(() -> {
                try {
                    e.operate();
                } catch (InterruptedException x) {
                    Thread.currentThread().interrupt();
                }
            }, "motor-" + i);
            t.setDaemon(true);
            t.start();
        }
    }

    public void press(int floor, int passengers) {
        panels.execute(() -> {
            int i = Math.floorMod(turn.getAndIncrement(), cabins.length);
            cabins[i].call(floor);
            cabins[i].board(passengers * 75);
            synchronized (served) {
                served[i]++;
            }
        });
    }

    public void fire() {
        for (Elevator e : cabins) {
            panels.execute(e::stop);
        }
    }
}
