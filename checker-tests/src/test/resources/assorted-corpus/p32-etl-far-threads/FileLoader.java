package com.millrace.etl;

import java.util.List;

/** Loads one file. */
class FileLoader {
    private final LoadStats stats;
    private final List<String> lines;
    private int line;

    FileLoader(LoadStats stats, List<String> lines) {
        this.stats = stats;
        this.lines = lines;
    }

    void load() {
        for (String l : lines) {
            line++;
            int comma = l.indexOf(',');
            if (comma < 0) {
                stats.reject();
            } else {
                stats.row(l.substring(0, comma));
            }
        }
    }

    int position() {
        return line;
    }
}
