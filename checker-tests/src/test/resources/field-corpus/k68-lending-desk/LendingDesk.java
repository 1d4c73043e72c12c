package k68;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Vector;

/** A library's counter with several clerks' threads. Uses the synchronized wrappers throughout. */
public class LendingDesk {
    private final Map<String, String> lentTo = Collections.synchronizedMap(new HashMap<>());
    private final Hashtable<String, Integer> holds = new Hashtable<>();
    private final Vector<String> waiting = new Vector<>();
    private final List<String> journal = Collections.synchronizedList(new ArrayList<>());

    public boolean lend(String book, String reader) {
        if (lentTo.containsKey(book)) { // RACE check-then-act #1
            return false;
        }
        lentTo.put(book, reader); // RACE check-then-act #1
        journal.add(reader + " takes " + book);
        return true;
    }

    public boolean lendOnce(String book, String reader) {
        synchronized (lentTo) {
            if (lentTo.containsKey(book)) {
                return false;
            }
            lentTo.put(book, reader);
        }
        journal.add(reader + " takes " + book);
        return true;
    }

    public void hold(String book) {
        Integer n = holds.get(book); // RACE check-then-act #2
        holds.put(book, n == null ? 1 : n + 1); // RACE check-then-act #2
    }

    public void unhold(String book) {
        synchronized (holds) {
            Integer n = holds.get(book);
            if (n != null) {
                if (n == 1) {
                    holds.remove(book);
                } else {
                    holds.put(book, n - 1);
                }
            }
        }
    }

    public void queue(String reader) {
        if (!waiting.contains(reader)) { // RACE check-then-act #3
            waiting.add(reader); // RACE check-then-act #3
        }
    }

    public String next() {
        synchronized (waiting) {
            return waiting.isEmpty() ? null : waiting.remove(0);
        }
    }

    public void giveBack(String book) {
        String reader = lentTo.remove(book);
        if (reader != null) {
            journal.add(reader + " returns " + book);
        }
    }
}
