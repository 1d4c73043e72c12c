package com.kestrel.shop.web;

import java.util.Map;
import java.util.TreeMap;

/** What one request wants to buy. */
public class Cart {
    private final Map<String, Integer> items = new TreeMap<>();
    private int pieces;

    void add(String article, int n) {
        Integer old = items.get(article);
        items.put(article, old == null ? n : old + n);
        pieces += n;
    }

    Map<String, Integer> items() {
        return items;
    }

    int pieces() {
        return pieces;
    }
}
