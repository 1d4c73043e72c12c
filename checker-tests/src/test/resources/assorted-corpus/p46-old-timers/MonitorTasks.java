package com.acme.opsmon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;

/**
 * Monitoring of hosts as in the old days: java.util.Timer. Two timers, hence two threads.
 *
 * @since 1.3
 */
public class MonitorTasks {

    private Timer probeTimer = new Timer(true);
    private Timer reportTimer = new Timer(true);

    /** Only the probe timer. */
    private Map lastState = new HashMap();
    private int probes;
    private int transitions;

    /** Only the report timer. */
    private int reports;

    private int alarms;
    private List outbox = new ArrayList();

    public void start(final String[] hosts) {
        for (int i = 0; i < hosts.length; i++) {
            final String host = hosts[i];
            probeTimer.schedule(new TimerTask() {
                public void run() {
                    probe(host);
                }
            }, 0, 5000);
        }
        reportTimer.schedule(new ReportTask(), 10000, 60000);
    }

    private void probe(String host) {
        probes++;
        boolean up = ping(host);
        Boolean before = (Boolean) lastState.get(host);
        lastState.put(host, up ? Boolean.TRUE : Boolean.FALSE);
        if (before != null && before.booleanValue() != up) {
            transitions++;
            alarms++; // RACE rmw #1
            synchronized (outbox) {
                outbox.add(host + (up ? " is up" : " is down"));
            }
        }
    }

    protected boolean ping(String host) {
        return host.length() > 0;
    }

    private class ReportTask extends TimerTask {
        public void run() {
            reports++;
            List mails;
            synchronized (outbox) {
                mails = new ArrayList(outbox);
                outbox.clear();
            }
            for (Iterator it = mails.iterator(); it.hasNext();) {
                send(it.next() + " (report " + reports + ")");
            }
            if (mails.size() > 20) {
                alarms++; // RACE rmw #1
            }
        }
    }

    protected void send(String text) {
        System.out.println(text);
    }

    public void stop() {
        probeTimer.cancel();
        reportTimer.cancel();
    }
}
