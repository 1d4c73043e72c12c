package com.brasswick.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

public class Journal {
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private long volume;

    void write(String from, String to, long cents) {
        lines.add(from + " -> " + to + ": " + cents);
        synchronized (lines) {
            volume += cents;
        }
    }

    /** Hands the lines written so far to the archive and starts afresh. */
    public List<String> rollOver() {
        synchronized (lines) {
            List<String> out = new ArrayList<>(lines);
            lines.clear();
            return out;
        }
    }

    public long volume() {
        synchronized (lines) {
            return volume;
        }
    }
}
