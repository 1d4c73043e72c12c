package com.lettermill;

import java.util.Enumeration;
import java.util.Hashtable;

public class Campaign {
    private final Hashtable<String, Integer> opened = new Hashtable<String, Integer>();
    private final Hashtable<String, Integer> clicked = new Hashtable<String, Integer>();
    private final String name;

    public Campaign(String name) {
        this.name = name;
    }

    /** From the tracking servlet. */
    public void opened(String link) {
        Integer n = opened.get(link); // RACE check-then-act #2
        if (n == null) {
            opened.put(link, 1); // RACE check-then-act #2
        } else {
            opened.put(link, n + 1); // RACE check-then-act #2
        }
    }

    /** From the redirect servlet. */
    public void clicked(String link) {
        synchronized (clicked) {
            Integer n = clicked.get(link);
            if (n == null) {
                n = Integer.valueOf(0);
            }
            clicked.put(link, n + 1);
        }
    }

    public int total() {
        int sum = 0;
        for (Enumeration<Integer> e = opened.elements(); e.hasMoreElements();) {
            sum += e.nextElement();
        }
        return sum;
    }

    public String toString() {
        return name;
    }
}
