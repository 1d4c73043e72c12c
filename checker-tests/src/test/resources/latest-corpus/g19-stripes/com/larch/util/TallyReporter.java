package com.larch.util;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Reports the tally every minute from its own thread. */
public class TallyReporter implements Runnable {
    private final StripedTally<String> tally;
    private final Sequence ids;
    private final Map<String, Long> totals = new TreeMap<>();
    private volatile Map<String, Long> published = Map.of();
    private int rounds;

    public TallyReporter(StripedTally<String> tally, Sequence ids) {
        this.tally = tally;
        this.ids = ids;
    }

    public static TallyReporter launch(StripedTally<String> tally, Sequence ids) {
        TallyReporter r = new TallyReporter(tally, ids);
        Thread t = new Thread(r, "tally-reporter");
        t.setDaemon(true);
        t.start();
        return r;
    }

    @Override
    public void run() {
        Map<String, Long> fresh = new HashMap<>();
        try {
            while (true) {
                Thread.sleep(60_000);
                tally.drainTo(fresh);
                for (Map.Entry<String, Long> e : fresh.entrySet()) {
                    Long old = totals.get(e.getKey());
                    totals.put(e.getKey(), (old == null ? 0 : old) + e.getValue());
                }
                fresh.clear();
                rounds++;
                published = Map.copyOf(totals);
                System.out.println("report " + ids.next() + " after " + rounds + " rounds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public Map<String, Long> latest() {
        return published;
    }
}
