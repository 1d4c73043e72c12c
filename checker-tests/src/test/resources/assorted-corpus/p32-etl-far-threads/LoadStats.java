package com.millrace.etl;

import java.util.HashMap;
import java.util.Map;

/** What was loaded. */
public class LoadStats {
    private int rows;
    private int rejected;
    private int files;
    private final Map<String, Integer> perTable = new HashMap<>();

    public void row(String table) {
        rows++; // RACE rmw
        perTable.merge(table, 1, Integer::sum); // RACE unsafe-collection
    }

    public synchronized void reject() {
        rejected++;
    }

    /** The coordinator counts files while it lists the directory. */
    public void file() {
        files++;
    }

    public int getRows() {
        return rows;
    }

    public synchronized int getRejected() {
        return rejected;
    }

    public int getFiles() {
        return files;
    }
}
