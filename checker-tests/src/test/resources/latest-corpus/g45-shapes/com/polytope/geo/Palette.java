package com.polytope.geo;

import java.util.Map;
import java.util.TreeMap;

/** Colours handed out in order, per theme. */
public final class Palette {
    private final String theme;
    private final Map<String, Integer> assigned = new TreeMap<>();
    private int next;
    private String brightest;

    Palette(String theme) {
        this.theme = theme;
    }

    synchronized int colour(String layer) {
        Integer c = assigned.get(layer);
        if (c == null) {
            c = theme.hashCode() * 31 + next++;
            assigned.put(layer, c);
        }
        return c;
    }

    void rename(String from, String to) {
        Integer c = assigned.remove(from); // RACE inconsistent-locking #2
        if (c != null) {
            assigned.put(to, c); // RACE inconsistent-locking #2
        }
    }

    String brightest() {
        String b = brightest;
        if (b == null) {
            b = "#" + Integer.toHexString(0xffffff ^ (theme.length() << 4));
            brightest = b;
        }
        return b;
    }
}
