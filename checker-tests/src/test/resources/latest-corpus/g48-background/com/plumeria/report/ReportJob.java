package com.plumeria.report;

import com.plumeria.util.Tasks;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds one report. A job is made for each request and used by the requesting thread. */
public class ReportJob {
    private final List<String> regions;
    private final Map<String, Integer> rows = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private final Set<String> warned = Collections.synchronizedSet(new HashSet<>());
    private int pages;
    private int attempts;
    private int empty;

    public ReportJob(List<String> regions) {
        this.regions = regions;
    }

    public String build() {
        Tasks.forEachParallel(regions, r -> {
            int n = query(r);
            if (n == 0) {
                empty++; // RACE read-modify-write #1
                warned.add(r);
            }
            rows.put(r, n); // RACE unguarded-collection #2
        });
        Tasks.retrying(3, () -> {
            attempts++;
            if (rows.size() < regions.size() - 1) {
                throw new IllegalStateException("incomplete");
            }
        });
        long t = Tasks.timed("layout", () -> {
            for (String r : regions) {
                text.append(r).append(' ').append(rows.get(r)).append('\n');
                pages++;
            }
        });
        text.append(pages).append(" pages in ").append(t).append(" ns, ").append(attempts).append(" attempts, ");
        return text.append(empty).append(" empty").append(warned).toString();
    }

    private int query(String region) {
        return Math.floorMod(region.hashCode(), 17);
    }
}
