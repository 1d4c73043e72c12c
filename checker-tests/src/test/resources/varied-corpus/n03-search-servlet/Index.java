package com.pinewood.web;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The inverted index; documents can be added while searches go on. */
final class Index {
    private final String path;
    private final Map<String, List<String>> postings = new ConcurrentHashMap<>();

    Index(String path) {
        this.path = path;
    }

    List<String> find(String word) {
        return postings.getOrDefault(word, List.of());
    }

    void publish(String word, List<String> documents) {
        postings.put(word, List.copyOf(documents));
    }

    String path() {
        return path;
    }
}
