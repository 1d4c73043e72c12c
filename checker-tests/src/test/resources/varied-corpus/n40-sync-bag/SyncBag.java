package util.bags;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A thread-safe bag: every method is atomic by itself. */
public final class SyncBag<E> {
    private final Map<E, Integer> counts = new LinkedHashMap<>();
    private int size;

    public synchronized int count(E e) {
        Integer n = counts.get(e);
        return n == null ? 0 : n;
    }

    public synchronized void setCount(E e, int n) {
        Integer old = n == 0 ? counts.remove(e) : counts.put(e, n);
        size += n - (old == null ? 0 : old);
    }

    public synchronized int add(E e, int n) {
        int now = count(e) + n;
        setCount(e, now);
        return now;
    }

    public synchronized List<E> distinct() {
        return new ArrayList<>(counts.keySet());
    }

    public synchronized int size() {
        return size;
    }
}
