package grid.membership;

import java.util.Iterator;
import java.util.Map;
import java.util.TimerTask;
import java.util.Timer;
import java.util.concurrent.ConcurrentHashMap;

/** Heart beats arrive on the I/O threads; a timer declares nodes dead. */
public class LivenessMonitor {
    static final class Node {
        final String name;
        volatile long lastBeat;
        volatile int missed;
        long beats;
        boolean suspected;

        Node(String name) {
            this.name = name;
        }
    }

    private final Map<String, Node> nodes = new ConcurrentHashMap<String, Node>();
    private final Timer timer = new Timer("liveness", true);
    private final long periodMillis;
    private int sweeps;
    private int deaths;

    public LivenessMonitor(long periodMillis) {
        this.periodMillis = periodMillis;
    }

    public void start() {
        timer.schedule(new TimerTask() {
            @Override
            public void run() {
                sweep();
            }
        }, periodMillis, periodMillis);
    }

    /** I/O threads. */
    public void onHeartbeat(String name) {
        Node n = nodes.get(name);
        if (n == null) {
            Node fresh = new Node(name);
            n = nodes.putIfAbsent(name, fresh);
            if (n == null) {
                n = fresh;
            }
        }
        n.lastBeat = System.currentTimeMillis();
        n.beats++; // RACE rmw
        if (n.missed > 0) { // RACE atomic-compound #2
            n.missed--; // RACE atomic-compound #2
        }
    }

    private void sweep() {
        sweeps++;
        long now = System.currentTimeMillis();
        for (Iterator<Node> it = nodes.values().iterator(); it.hasNext();) {
            Node n = it.next();
            if (now - n.lastBeat <= periodMillis) {
                n.suspected = false;
                continue;
            }
            n.missed += 2; // RACE atomic-compound #2
            n.suspected = true;
            if (n.missed > 10) { // MAYBE
                it.remove(); // MAYBE
                deaths++;
            }
        }
        if (sweeps % 1000 == 0) {
            System.out.println(sweeps + " sweeps, " + deaths + " deaths");
        }
    }
}
