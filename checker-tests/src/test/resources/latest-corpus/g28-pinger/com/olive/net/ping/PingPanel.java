package com.olive.net.ping;

import java.util.*;

/** The window's model. Buttons arrive on the GUI thread, results on the timer thread. */
class PingPanel {
    private Vector lines = new Vector();
    private HashMap lostByHost = new HashMap();
    private int alarms = 0;
    private int clicks = 0;
    private volatile boolean dirty;

    void line(String s) {
        lines.add(s);
        if (lines.size() > 200) {
            lines.remove(0); // RACE check-then-act #1
        }
        dirty = true;
    }

    void hostLost(String host) {
        synchronized (lostByHost) {
            Integer n = (Integer) lostByHost.get(host);
            lostByHost.put(host, new Integer(n == null ? 1 : n.intValue() + 1));
        }
        alarms++; // RACE read-modify-write #2
    }

    /** "Acknowledge" button. */
    void acknowledge() {
        clicks++;
        if (alarms > 0) {
            alarms--; // RACE read-modify-write #2
        }
    }

    /** "Clear" button. */
    void clear() {
        clicks++;
        lines.clear();
        synchronized (lostByHost) {
            lostByHost.clear();
        }
    }

    /** Called by the GUI's repaint cycle. */
    boolean takeDirty() {
        boolean was = dirty;
        dirty = false; // RACE split-section #3
        return was;
    }

    int clicks() {
        return clicks;
    }
}
