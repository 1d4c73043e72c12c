package com.graniteport.wms;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

public class Warehouse {
    private final List<Zone> zones = new ArrayList<>();
    private final BlockingQueue<Robot.Job> jobs = new LinkedBlockingQueue<>();
    private final Thread[] threads;

    public Warehouse(int zoneCount, int robotCount) {
        for (int i = 0; i < zoneCount; i++) {
            zones.add(new Zone());
        }
        threads = new Thread[robotCount];
        for (int i = 0; i < robotCount; i++) {
            threads[i] = new Thread(new Robot("r" + i, zones, jobs));
        }
    }

    public void open() {
        for (Thread t : threads) {
            t.start();
        }
    }

    public void submit(Robot.Job j) {
        jobs.add(j);
    }

    /** Empties a zone while the others go on working. */
    public void evacuate(int zone) {
        zones.get(zone).moveAllTo(zones.get((zone + 1) % zones.size()));
    }
}
