package org.oriel.ui;

import java.util.*;

/** Rows of a list; event thread only. */
class ListModel {
    private final ArrayList<String> rows = new ArrayList<String>();
    private final HashMap<String, Integer> index = new HashMap<String, Integer>();
    private int changes;
    private String widest = "";

    void add(String row) {
        assert EventThread.isCurrent();
        if (!index.containsKey(row)) {
            index.put(row, rows.size());
            rows.add(row);
            changes++;
            if (row.length() > widest.length()) {
                widest = row;
            }
        }
    }

    int size() {
        return rows.size();
    }

    String describe() {
        return rows.size() + " rows, " + changes + " changes, widest " + widest;
    }
}
