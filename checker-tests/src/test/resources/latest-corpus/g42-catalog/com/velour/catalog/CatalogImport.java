package com.velour.catalog;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Nightly import: several files at once. */
public class CatalogImport {
    private final Catalog catalog;
    private final Map<String, Integer> rows = new ConcurrentSkipListMap<>();

    public CatalogImport(Catalog catalog) {
        this.catalog = catalog;
    }

    public int importAll(Map<String, List<String>> files) {
        files.entrySet().parallelStream().forEach(e -> {
            int n = 0;
            for (String line : e.getValue()) {
                String[] f = line.split("\t");
                if (catalog.find(f[0]) == null) {
                    n++;
                }
                catalog.put(new Product(f[0], f[1], Long.parseLong(f[2])));
            }
            rows.put(e.getKey(), n);
        });
        int total = 0;
        for (int n : rows.values()) {
            total += n;
        }
        return total;
    }
}
