/*
 * TrackerRegistry.java
 * (c) 2005 Yellow Elephant Inc.
 */
package com.yellowelephant.mapred;

import java.util.Enumeration;
import java.util.Hashtable;
import java.util.Vector;

/**
 * Registry of the task trackers known to the job tracker. All RPC handler threads call into
 * this class.
 *
 * @author mc
 */
public class TrackerRegistry {

    private Hashtable trackers = new Hashtable();
    private Hashtable failures = new Hashtable();
    private Vector recent = new Vector();
    private int totalHeartbeats;
    private int totalSubmissions;

    public void register(String host, int slots) {
        if (!trackers.containsKey(host)) { // RACE check-then-act #1
            trackers.put(host, new TrackerStatus(host, slots)); // RACE check-then-act #1
        }
    }

    public synchronized void heartbeat(String host) {
        totalHeartbeats++;
        TrackerStatus st = (TrackerStatus) trackers.get(host);
        if (st != null) {
            st.touch();
        }
    }

    public void reportFailure(String host) {
        Integer n = (Integer) failures.get(host); // RACE check-then-act #2
        if (n == null) {
            failures.put(host, new Integer(1)); // RACE check-then-act #2
        } else {
            failures.put(host, new Integer(n.intValue() + 1)); // RACE check-then-act #2
        }
    }

    public void noteRecent(String jobId) {
        synchronized (recent) {
            recent.addElement(jobId);
            if (recent.size() > 100) {
                recent.removeElementAt(0);
            }
        }
    }

    public synchronized int submit() {
        return ++totalSubmissions;
    }

    public synchronized int getTotalHeartbeats() {
        return totalHeartbeats;
    }

    public int totalSlots() {
        int sum = 0;
        synchronized (trackers) {
            for (Enumeration e = trackers.elements(); e.hasMoreElements();) {
                sum += ((TrackerStatus) e.nextElement()).getSlots();
            }
        }
        return sum;
    }

    public void blacklist(String host) {
        synchronized (failures) {
            Integer n = (Integer) failures.get(host);
            failures.put(host, n == null ? new Integer(4) : new Integer(n.intValue() + 4));
        }
    }
}

class TrackerStatus {
    private final String host;
    private final int slots;
    private long lastSeen;
    private int beats;

    TrackerStatus(String host, int slots) {
        this.host = host;
        this.slots = slots;
    }

    synchronized void touch() {
        lastSeen = System.currentTimeMillis();
        beats++;
    }

    int getSlots() {
        return slots;
    }

    synchronized long getLastSeen() {
        return lastSeen;
    }

    public String toString() {
        return host + "/" + slots;
    }
}
