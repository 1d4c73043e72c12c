package com.velour.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Products and categories behind one read-write lock. */
public class Catalog {
    private final ReadWriteLock rw = new ReentrantReadWriteLock();
    private final Lock r = rw.readLock();
    private final Lock w = rw.writeLock();
    private final Map<String, Product> products = new HashMap<>();
    private final Map<String, List<Product>> byCategory = new HashMap<>();
    private long lookups;
    private long changes;
    private Product mostRecent;

    public Product find(String sku) {
        r.lock();
        try {
            lookups++; // RACE inconsistent-locking #1
            return products.get(sku);
        } finally {
            r.unlock();
        }
    }

    public void put(Product p) {
        w.lock();
        try {
            Product old = products.put(p.sku(), p);
            if (old != null) {
                byCategory.get(old.category()).remove(old);
            }
            bucket(p.category()).add(p);
            changes++;
            mostRecent = p;
        } finally {
            w.unlock();
        }
    }

    private List<Product> bucket(String category) {
        List<Product> l = byCategory.get(category);
        if (l == null) {
            l = new ArrayList<>();
            byCategory.put(category, l); // RACE inconsistent-locking #2
        }
        return l;
    }

    public List<Product> inCategory(String category) {
        r.lock();
        try {
            return List.copyOf(bucket(category)); // RACE inconsistent-locking #2
        } finally {
            r.unlock();
        }
    }

    /** Raises the prices of a category. */
    public int reprice(String category, int percent) {
        List<Product> affected;
        r.lock();
        try {
            affected = new ArrayList<>(byCategory.getOrDefault(category, List.of()));
        } finally {
            r.unlock();
        }
        List<Product> raised = new ArrayList<>();
        for (Product p : affected) {
            raised.add(p.withPrice(p.cents() * (100 + percent) / 100));
        }
        w.lock();
        try {
            for (Product p : raised) {
                products.put(p.sku(), p); // RACE split-section #3
                byCategory.get(p.category()).replaceAll(q -> q.sku().equals(p.sku()) ? p : q); // RACE split-section #3
            }
            changes++;
        } finally {
            w.unlock();
        }
        return raised.size();
    }

    public String toString() {
        r.lock();
        try {
            return products.size() + " products, " + lookups + " lookups, " + changes + " changes, last " + mostRecent;
        } finally {
            r.unlock();
        }
    }
}
