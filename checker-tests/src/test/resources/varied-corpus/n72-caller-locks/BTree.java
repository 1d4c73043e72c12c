package db.btree;

import java.util.ArrayList;
import java.util.List;

/** A (very flat) tree that any number of sessions use at once. */
public final class BTree {
    private final List<BTreePage> pages = new ArrayList<>();
    private final int capacity;
    private int entries;

    public BTree(int capacity) {
        this.capacity = capacity;
        pages.add(new BTreePage());
    }

    public synchronized boolean put(String key) {
        int i = pageFor(key);
        BTreePage p = pages.get(i);
        if (!p.insert(key)) {
            return false;
        }
        entries++;
        if (p.size() > capacity) {
            pages.add(i + 1, p.split()); // MAYBE
        }
        return true;
    }

    private int pageFor(String key) {
        int found = 0;
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).first().compareTo(key) <= 0) {
                found = i;
            }
        }
        return found;
    }

    public void putAll(List<String> keys) {
        synchronized (this) {
            for (String k : keys) {
                put(k);
            }
        }
    }

    public int rebalance() {
        int effort = 0;
        for (int i = 0; i < pages.size(); i++) { // MAYBE
            BTreePage p = pages.get(i); // MAYBE
            if (p.size() > capacity / 2) { // RACE unsafe-collection #1
                pages.add(i + 1, p.split()); // RACE unsafe-collection #1
                i++;
            }
            effort += p.effort();
        }
        return effort;
    }

    public synchronized int entries() {
        return entries;
    }
}
