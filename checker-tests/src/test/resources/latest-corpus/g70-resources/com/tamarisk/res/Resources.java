package com.tamarisk.res;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Expensive resources, made when first asked for by any thread. */
public class Resources {
    private volatile Dictionary dictionary;
    private volatile Thesaurus thesaurus;
    private volatile List<String> stopWords;
    private final Object lock = new Object();
    private final AtomicReference<Dictionary> fallback = new AtomicReference<>();
    private volatile int builds;

    public Dictionary dictionary() {
        if (dictionary == null) {
            synchronized (lock) {
                dictionary = new Dictionary("main"); // RACE check-then-act #1
            }
        }
        return dictionary;
    }

    public Thesaurus thesaurus() {
        if (thesaurus == null) {
            synchronized (lock) {
                if (thesaurus == null) {
                    thesaurus = new Thesaurus(dictionary());
                    builds++;
                }
            }
        }
        return thesaurus;
    }

    public List<String> stopWords() {
        List<String> s = stopWords;
        if (s == null) {
            s = List.of("a", "the", "of");
            stopWords = s;
        }
        return s;
    }

    public Dictionary fallback() {
        Dictionary d = fallback.get();
        if (d == null) {
            d = fallback.updateAndGet(x -> x == null ? new Dictionary("fallback") : x);
        }
        return d;
    }

    public int builds() {
        return builds;
    }
}
