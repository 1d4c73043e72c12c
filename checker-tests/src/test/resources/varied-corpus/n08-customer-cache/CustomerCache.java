package shop.crm;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Customers by id, with a secondary index by city. Read and written by the import
 * workers and by the REST layer at the same time.
 */
public class CustomerCache {
    private final Map<Long, Customer> byId = new ConcurrentHashMap<>();
    private final Map<String, Set<Long>> byCity = new HashMap<>();
    private final Object statsLock = new Object();
    private long updates;

    public void put(Customer c) {
        Customer before = byId.put(c.id(), c);
        if (before != null && !before.city().equals(c.city())) {
            unindex(before);
        }
        index(c);
        synchronized (statsLock) {
            updates++;
        }
    }

    public void remove(long id) {
        Customer before = byId.remove(id);
        if (before != null) {
            unindex(before);
        }
    }

    private void index(Customer c) {
        Set<Long> ids = byCity.get(c.city()); // RACE unsafe-collection #1
        if (ids == null) { // RACE unsafe-collection #1
            ids = new HashSet<>();
            byCity.put(c.city(), ids); // RACE unsafe-collection #1
        }
        ids.add(c.id()); // RACE unsafe-collection #2
    }

    private void unindex(Customer c) {
        Set<Long> ids = byCity.get(c.city()); // MAYBE
        if (ids != null) {
            ids.remove(c.id()); // RACE unsafe-collection #2
            if (ids.isEmpty()) { // RACE unsafe-collection #1
                byCity.remove(c.city()); // RACE unsafe-collection #1
            }
        }
    }

    public Collection<Customer> all() {
        return byId.values();
    }

    public long updates() {
        synchronized (statsLock) {
            return updates;
        }
    }

    public record Customer(long id, String name, String city) {}
}
