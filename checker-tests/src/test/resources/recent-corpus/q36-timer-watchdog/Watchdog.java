package org.haul.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.logging.Logger;

/** Watches a data node: probes its disks and its heart beat. */
public class Watchdog {

    private static final Logger LOG = Logger.getLogger("org.haul.monitor");

    private final Timer probes = new Timer("disk-probes", true);
    private final Timer beats = new Timer("heart-beats", true);
    private final List volumes = new ArrayList();
    private int probeRounds;
    private int missedBeats;
    private int alarms;
    private long lastBeat = System.currentTimeMillis();
    private int restarts;

    public Watchdog(List dirs) {
        volumes.addAll(dirs);
    }

    public void start() {
        probes.schedule(new DiskProbe(), 0, 60000);
        probes.schedule(new Repair(), 30000, 300000);
        beats.scheduleAtFixedRate(new BeatCheck(), 3000, 3000);
    }

    private class DiskProbe extends TimerTask {
        private int slow;

        public void run() {
            probeRounds++;
            for (int i = 0; i < volumes.size(); i++) {
                String v = (String) volumes.get(i);
                long t = System.currentTimeMillis();
                if (!new java.io.File(v).canWrite()) {
                    raise("volume " + v + " is read-only");
                }
                if (System.currentTimeMillis() - t > 100) {
                    slow++;
                }
            }
            if (slow > 10) {
                raise("disks are slow");
                slow = 0;
            }
        }
    }

    private class Repair extends TimerTask {
        public void run() {
            if (probeRounds > 0 && volumes.size() > 1) {
                probeRounds = 0;
                restarted();
            }
        }
    }

    private class BeatCheck extends TimerTask {
        public void run() {
            if (System.currentTimeMillis() - lastBeat() > 9000) {
                missedBeats++;
                if (missedBeats % 3 == 0) {
                    raise("no heart beat");
                    restarted();
                }
            } else {
                missedBeats = 0;
            }
        }
    }

    private void raise(String text) {
        alarms++; // RACE rmw
        LOG.warning(text + " (" + alarms + ")");
    }

    private synchronized void restarted() {
        restarts++;
    }

    private synchronized long lastBeat() {
        return lastBeat;
    }

    /** Called by the RPC server. */
    public synchronized void heartBeat() {
        lastBeat = System.currentTimeMillis();
    }

    public void stop() {
        probes.cancel();
        beats.cancel();
    }
}
