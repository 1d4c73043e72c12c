package com.millrace.etl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public class NightlyLoad {
    private final LoadStats stats = new LoadStats();

    public LoadStats load(Map<String, List<String>> files) throws InterruptedException {
        List<Runnable> jobs = new ArrayList<>();
        for (List<String> content : files.values()) {
            FileLoader loader = new FileLoader(stats, content);
            jobs.add(loader::load);
            stats.file();
        }
        Crew.allHands(jobs);
        return stats;
    }
}
