package interner;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

public final class Interners {

    private Interners() {}

    public static <E> Interner<E> newStrongInterner() {
        final ConcurrentMap<E, E> map = new ConcurrentHashMap<E, E>();
        return new Interner<E>() {
            @Override
            public E intern(E sample) {
                E canonical = map.putIfAbsent(sample, sample);
                return canonical == null ? sample : canonical;
            }
        };
    }

    public static <E> Interner<E> newWeakInterner() {
        return new WeakInterner<E>();
    }

    private static final class WeakInterner<E> implements Interner<E> {
        private final ConcurrentMap<Key<E>, Key<E>> map = new ConcurrentHashMap<Key<E>, Key<E>>();
        private final ReferenceQueue<E> queue = new ReferenceQueue<E>();

        @Override
        public E intern(E sample) {
            expunge();
            Key<E> mine = new Key<E>(sample, queue);
            while (true) {
                Key<E> sneaky = map.putIfAbsent(mine, mine);
                if (sneaky == null) {
                    return sample;
                }
                E canonical = sneaky.get();
                if (canonical != null) {
                    return canonical;
                }
                map.remove(sneaky, sneaky);
            }
        }

        private void expunge() {
            Object dead;
            while ((dead = queue.poll()) != null) {
                map.remove(dead);
            }
        }
    }

    private static final class Key<E> extends WeakReference<E> {
        private final int hash;

        Key(E referent, ReferenceQueue<E> queue) {
            super(referent, queue);
            this.hash = referent.hashCode();
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object o) {
            if (this == o) {
                return true;
            }
            if (!(o instanceof Key)) {
                return false;
            }
            E a = get();
            return a != null && a.equals(((Key<?>) o).get());
        }
    }
}
