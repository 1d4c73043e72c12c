package org.glyphsearch.merge;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Starts a merge when there are enough segments; called by the index writer under its lock. */
public class MergeScheduler {

    private final List running = new ArrayList();
    private int started;

    /** @param candidates lists of files, each a merge of its own */
    public synchronized void merge(List candidates) {
        for (Iterator it = candidates.iterator(); it.hasNext();) {
            MergeThread t = new MergeThread((List) it.next());
            t.setDaemon(true);
            running.add(t);
            started++;
            t.start();
        }
    }

    public String close() throws InterruptedException {
        MergeThread.awaitIdle();
        synchronized (this) {
            running.clear();
        }
        return started() + " started: " + MergeThread.report();
    }

    private synchronized int started() {
        return started;
    }
}
