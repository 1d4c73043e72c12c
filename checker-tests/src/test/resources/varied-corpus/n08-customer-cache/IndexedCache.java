package shop.crm;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Both maps behind one monitor. */
final class IndexedCache {
    private final Map<Long, CustomerCache.Customer> byId = new HashMap<>();
    private final Map<String, Set<Long>> byCity = new HashMap<>();

    synchronized void put(CustomerCache.Customer c) {
        CustomerCache.Customer before = byId.put(c.id(), c);
        if (before != null) {
            unindex(before);
        }
        byCity.computeIfAbsent(c.city(), k -> new HashSet<>()).add(c.id());
    }

    synchronized void remove(long id) {
        CustomerCache.Customer before = byId.remove(id);
        if (before != null) {
            unindex(before);
        }
    }

    synchronized Set<Long> inCity(String city) {
        Set<Long> ids = byCity.get(city);
        return ids == null ? Set.of() : new HashSet<>(ids);
    }

    private void unindex(CustomerCache.Customer c) {
        Set<Long> ids = byCity.get(c.city());
        if (ids != null) {
            ids.remove(c.id());
            if (ids.isEmpty()) {
                byCity.remove(c.city());
            }
        }
    }
}
