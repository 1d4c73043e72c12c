package org.rulebox.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** The entry points take the lock of the session; the parts below do not lock themselves. */
public class Engine {
    private final ReentrantLock lock = new ReentrantLock();
    private final Facts facts = new Facts();
    private final Agenda agenda = new Agenda(facts);
    private int firings;

    public void insert(String fact) {
        startOperation();
        try {
            facts.insert(fact);
            agenda.evaluate(fact);
        } finally {
            endOperation();
        }
    }

    public boolean retract(String fact) {
        startOperation();
        try {
            return facts.retract(fact);
        } finally {
            endOperation();
        }
    }

    public int fireAll() {
        startOperation();
        try {
            int n = 0;
            while (agenda.fireNext()) {
                n++;
            }
            firings += n;
            return n;
        } finally {
            endOperation();
        }
    }

    public List<String> query(String prefix) {
        startOperation();
        try {
            return facts.startingWith(prefix);
        } finally {
            endOperation();
        }
    }

    private void startOperation() {
        lock.lock();
    }

    private void endOperation() {
        lock.unlock();
    }

    public int firings() {
        startOperation();
        try {
            return firings;
        } finally {
            endOperation();
        }
    }
}

/** Not thread-safe; the engine holds its lock. */
class Facts {
    private final Map<String, Integer> counts = new HashMap<>();
    private long sequence;

    void insert(String fact) {
        Integer n = counts.get(fact);
        counts.put(fact, n == null ? 1 : n + 1);
        sequence++;
    }

    boolean retract(String fact) {
        Integer n = counts.get(fact);
        if (n == null) {
            return false;
        }
        if (n == 1) {
            counts.remove(fact);
        } else {
            counts.put(fact, n - 1);
        }
        sequence++;
        return true;
    }

    List<String> startingWith(String prefix) {
        List<String> l = new ArrayList<>();
        for (String s : counts.keySet()) {
            if (s.startsWith(prefix)) {
                l.add(s);
            }
        }
        return l;
    }
}

/** Not thread-safe either. */
class Agenda {
    private final Facts facts;
    private final List<String> activations = new ArrayList<>();
    private int created;

    Agenda(Facts facts) {
        this.facts = facts;
    }

    void evaluate(String fact) {
        if (fact.startsWith("if ")) {
            activations.add(fact.substring(3));
            created++;
        }
    }

    boolean fireNext() {
        if (activations.isEmpty()) {
            return false;
        }
        facts.insert(activations.remove(activations.size() - 1));
        return true;
    }
}
