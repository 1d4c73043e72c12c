package com.meridian.erp.dao;

import java.util.*;

public class OrderDao {
    private final Map cache = new Hashtable();
    private long lastId = 1000;

    public Order find(Long id) {
        return (Order) cache.get(id);
    }

    /** Stores the order, giving it a number when it has none. */
    public void save(Order o) {
        if (o.getId() == null) {
            lastId = lastId + 1; // RACE read-modify-write #2
            o.setId(Long.valueOf(lastId));
        }
        cache.put(o.getId(), o);
    }

    public void addLine(Long id, String article, int amount) {
        Order o = find(id);
        synchronized (o) {
            o.setLines(o.getLines() + amount);
        }
    }
}
