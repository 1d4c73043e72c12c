package com.tamarisk.res;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Words with the number of times they were learnt. */
public class Dictionary {
    private final String name;
    private final ConcurrentMap<String, Integer> learnt = new ConcurrentHashMap<>();
    private Map<String, String> stems;

    Dictionary(String name) {
        this.name = name;
    }

    public void learn(String word) {
        Integer n;
        do {
            n = learnt.putIfAbsent(word, 1);
        } while (n != null && !learnt.replace(word, n, n + 1));
    }

    /** Adds all words of another dictionary. */
    public void absorb(Map<String, Integer> other) {
        for (Map.Entry<String, Integer> e : other.entrySet()) {
            if (learnt.containsKey(e.getKey())) {
                learnt.put(e.getKey(), learnt.get(e.getKey()) + e.getValue()); // RACE check-then-act #2
            } else {
                learnt.putIfAbsent(e.getKey(), e.getValue()); // MAYBE
            }
        }
    }

    public String stem(String word) {
        synchronized (this) {
            if (stems == null) {
                stems = new HashMap<>();
            }
            return stems.computeIfAbsent(word, w -> w.endsWith("s") ? w.substring(0, w.length() - 1) : w);
        }
    }

    public String name() {
        return name;
    }
}
