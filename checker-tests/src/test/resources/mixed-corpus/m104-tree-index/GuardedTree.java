package treeindex;

import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Sorted index whose views and cursors share the monitor of the index. Thread-safe. */
public class GuardedTree<K extends Comparable<K>, V> {

    private final TreeMap<K, V> map = new TreeMap<>();
    private int modifications;
    private int cursorsOpen;

    public V put(K key, V value) {
        return guarded(m -> {
            modifications++;
            return m.put(key, value);
        });
    }

    public V update(K key, BiFunction<? super K, ? super V, ? extends V> f) {
        return guarded(m -> {
            V old = m.get(key);
            V fresh = f.apply(key, old);
            if (fresh == null) {
                m.remove(key);
            } else {
                m.put(key, fresh);
            }
            modifications++;
            return fresh;
        });
    }

    private synchronized <R> R guarded(Function<TreeMap<K, V>, R> action) {
        return action.apply(map);
    }

    public Cursor cursor(K from) {
        synchronized (this) {
            cursorsOpen++;
            return new Cursor(from);
        }
    }

    /** Live view of the values. */
    public Values values() {
        return new Values();
    }

    public synchronized int modifications() {
        return modifications;
    }

    /** Cursor over the entries from a key on; used by one thread, the index may change meanwhile. */
    public final class Cursor implements AutoCloseable {

        private K position;
        private int seen;
        private boolean open = true;

        private Cursor(K from) {
            position = from;
        }

        public V next() {
            synchronized (GuardedTree.this) {
                var e = seen == 0 ? map.ceilingEntry(position) : map.higherEntry(position);
                if (e == null) {
                    throw new NoSuchElementException();
                }
                position = e.getKey();
                seen++;
                return e.getValue();
            }
        }

        public void remove() {
            synchronized (GuardedTree.this) {
                if (map.remove(position) != null) {
                    modifications++;
                }
            }
        }

        @Override
        public void close() {
            synchronized (GuardedTree.this) {
                if (open) {
                    open = false;
                    cursorsOpen--;
                }
            }
        }
    }

    private final class Values extends AbstractCollection<V> {
        @Override
        public Iterator<V> iterator() {
            List<V> copy;
            synchronized (GuardedTree.this) {
                copy = new ArrayList<>(map.values());
            }
            return copy.iterator();
        }

        @Override
        public void clear() {
            synchronized (GuardedTree.this) {
                map.clear();
                modifications++;
            }
        }

        @Override
        public int size() {
            synchronized (GuardedTree.this) {
                return map.size();
            }
        }
    }
}
