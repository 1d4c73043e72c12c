package com.plumeria.report;

import com.plumeria.util.Tasks;
import java.util.ArrayDeque;
import java.util.Deque;

/** Keeps finished reports and drops old ones in the background. */
public class ReportArchive {
    private final Deque<String> kept = new ArrayDeque<>();
    private int dropped;
    private int stored;

    public synchronized void store(String report) {
        kept.addLast(report);
        stored++;
        if (kept.size() > 100) {
            Tasks.later("archive-trim", this::trim);
        }
    }

    private void trim() {
        int n = 0;
        synchronized (this) {
            while (kept.size() > 100) {
                kept.removeFirst();
                n++;
            }
        }
        dropped += n; // RACE read-modify-write #3
    }

    public synchronized int stored() {
        return stored;
    }

    public int dropped() {
        return dropped;
    }
}
