package com.olive.net.ping;

import java.util.*;

/** Pings one host. Scheduled on a java.util.Timer, which runs its tasks one after the other. */
class PingTask extends TimerTask {
    private final String host;
    private final PingPanel panel;
    private int sent;
    private int lost;
    private long worst;

    PingTask(String host, PingPanel panel) {
        this.host = host;
        this.panel = panel;
    }

    public void run() {
        sent++;
        long rtt = probe();
        if (rtt < 0) {
            lost++;
            panel.hostLost(host);
        } else if (rtt > worst) {
            worst = rtt;
        }
        panel.line(host + ": " + sent + " sent, " + lost + " lost, worst " + worst);
        if (lost > 100) {
            cancel();
        }
    }

    private long probe() {
        return (System.nanoTime() ^ host.hashCode()) % 200 - 10;
    }
}
