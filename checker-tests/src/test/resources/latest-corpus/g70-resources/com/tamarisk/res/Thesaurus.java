package com.tamarisk.res;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

public class Thesaurus {
    private final Dictionary dictionary;
    private final Map<String, Set<String>> synonyms = new ConcurrentHashMap<>();

    Thesaurus(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    public void link(String a, String b) {
        String x = dictionary.stem(a);
        String y = dictionary.stem(b);
        synonyms.computeIfAbsent(x, k -> new ConcurrentSkipListSet<>()).add(y);
        synonyms.computeIfAbsent(y, k -> new ConcurrentSkipListSet<>()).add(x);
    }

    public static void main(String[] args) {
        Resources r = new Resources();
        List<Thread> threads = new ArrayList<>();
        for (String text : args) {
            Thread t = new Thread(() -> {
                String previous = null;
                for (String w : text.split(" ")) {
                    r.dictionary().learn(w);
                    if (previous != null && !r.stopWords().contains(w)) {
                        r.thesaurus().link(previous, w);
                    }
                    previous = w;
                }
                r.fallback().absorb(Map.of(text, 1));
            });
            threads.add(t);
            t.start();
        }
    }
}
