package org.oriel.ui;

import java.util.*;

/** Searches in the background and shows the hits. */
public class SearchWindow {
    private final ListModel model = new ListModel();
    private int running;
    private int searches;
    private String title = "";

    /** Starts a search; called on the event thread. */
    public void search(final String text, final List<String> haystack) {
        searches++;
        running++;
        title = "Searching " + text;
        Thread t = new Thread() {
            public void run() {
                int hits = 0;
                for (final String s : haystack) {
                    if (s.contains(text)) {
                        hits++;
                        EventThread.later(new Runnable() {
                            public void run() {
                                model.add(s);
                            }
                        });
                    }
                }
                finished(hits);
            }
        };
        t.start();
    }

    private void finished(final int hits) {
        EventThread.later(() -> {
            running--;
            if (running == 0) {
                title = searches + " searches, " + hits + " hits, " + model.size() + " rows";
            }
        });
    }

    public static void main(final String[] args) throws InterruptedException {
        final SearchWindow w = new SearchWindow();
        final List<String> hay = Arrays.asList("alpha", "beta", "gamma");
        for (final String a : args) {
            EventThread.later(() -> w.search(a, hay));
        }
        EventThread.andWait(() -> System.out.println(w.title + " " + w.model.describe()));
    }
}
