package edu.concurrency.book;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jcip.annotations.GuardedBy;
import net.jcip.annotations.Immutable;
import net.jcip.annotations.NotThreadSafe;
import net.jcip.annotations.ThreadSafe;

@ThreadSafe
class PersonSet {
    @GuardedBy("this")
    private final Set<String> names = new HashSet<String>();
    @GuardedBy("this")
    private int additions;
    private int lookups;

    public synchronized void add(String p) {
        if (names.add(p)) {
            additions++;
        }
    }

    public boolean contains(String p) {
        lookups++; // RACE rmw
        synchronized (this) {
            return names.contains(p);
        }
    }

    public void addAll(List<String> all) {
        int before;
        synchronized (this) {
            before = names.size();
            names.addAll(all);
            additions += names.size() - before;
        }
    }

    public void addIfRoom(String p, int max) {
        int n;
        synchronized (this) {
            n = names.size(); // RACE split-lock #1
        }
        if (n < max) {
            add(p); // RACE split-lock #1
        }
    }
}

@NotThreadSafe
class MutableInteger {
    private int value;
    private int sets;

    public int get() {
        return value;
    }

    public void set(int value) {
        this.value = value;
        sets++;
    }

    public void increment() {
        value++;
    }
}

@ThreadSafe
class Range {
    private final MutableInteger lower = new MutableInteger();
    private final MutableInteger upper = new MutableInteger();

    public synchronized void setLower(int i) {
        if (i > upper.get()) {
            throw new IllegalArgumentException("lower > upper");
        }
        lower.set(i);
    }

    public synchronized void setUpper(int i) {
        if (i < lower.get()) {
            throw new IllegalArgumentException("upper < lower");
        }
        upper.set(i);
    }

    public synchronized void shift() {
        lower.increment();
        upper.increment();
    }
}

@Immutable
final class Snapshot {
    private final List<String> names;

    Snapshot(List<String> names) {
        List<String> copy = new ArrayList<String>();
        for (String n : names) {
            copy.add(n.trim());
        }
        this.names = copy;
    }

    int size() {
        return names.size();
    }
}
