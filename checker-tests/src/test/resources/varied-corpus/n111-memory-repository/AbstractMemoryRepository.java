package shop.repo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Base of the in-memory repositories. Repositories are singletons used by all request threads. */
abstract class AbstractMemoryRepository<K, E> {
    protected final Map<K, E> rows = new ConcurrentHashMap<>();
    private final List<String> history = new ArrayList<>();
    protected int writes;
    private long scans;

    protected abstract K keyOf(E entity);

    protected E beforeSave(E entity) {
        return entity;
    }

    public E save(E entity) {
        E e = beforeSave(entity);
        rows.put(keyOf(e), e);
        written("save " + keyOf(e));
        return e;
    }

    public boolean delete(K key) {
        if (rows.remove(key) == null) {
            return false;
        }
        written("delete " + key);
        return true;
    }

    protected void written(String what) {
        writes++; // RACE rmw #1
        synchronized (history) {
            history.add(what);
            if (history.size() > 1000) {
                history.subList(0, 500).clear();
            }
        }
    }

    public Optional<E> find(K key) {
        return Optional.ofNullable(rows.get(key));
    }

    public List<E> findAll(Predicate<? super E> filter) {
        List<E> out = new ArrayList<>();
        int visited = 0;
        for (E e : rows.values()) {
            visited++;
            if (filter.test(e)) {
                out.add(e);
            }
        }
        synchronized (this) {
            scans += visited;
        }
        return out;
    }

    public synchronized long scans() {
        return scans;
    }
}
