package io.chime.timer;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Entries due at the same position of the wheel. */
final class Bucket {
    private final List<Entry> entries = new ArrayList<>();
    private int most;

    void add(Entry e) {
        entries.add(e);
        if (entries.size() > most) {
            most = entries.size();
        }
    }

    void remove(Entry e) {
        entries.remove(e);
    }

    int fire(long tick) {
        int n = 0;
        for (Iterator<Entry> it = entries.iterator(); it.hasNext();) {
            Entry e = it.next();
            if (e.deadline <= tick) {
                it.remove();
                if (e.fire()) {
                    n++;
                }
            }
        }
        return n;
    }
}
