package org.quern.store;

/** Counters kept in the store. */
public class Counters {
    private final Store store;

    public Counters(Store store) {
        this.store = store;
    }

    public int increment(String name) {
        Store.Tx tx = store.begin();
        try {
            String s = tx.get(name);
            int n = s == null ? 1 : Integer.parseInt(s) + 1;
            tx.put(name, Integer.toString(n));
            tx.commit();
            return n;
        } finally {
            tx.rollback();
        }
    }

    /** Raises the counter to at least n. */
    public void atLeast(String name, int n) {
        String s = store.read(name);
        if (s == null || Integer.parseInt(s) < n) {
            Store.Tx tx = store.begin();
            tx.put(name, Integer.toString(n)); // RACE split-section #2
            tx.commit();
        }
    }
}
