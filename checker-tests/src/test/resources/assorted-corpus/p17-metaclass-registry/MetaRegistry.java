package lang.dyn.runtime;

import java.lang.ref.WeakReference;
import java.util.LinkedList;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Meta classes of a dynamic language. Call sites of all threads ask here. */
public class MetaRegistry {
    private static volatile MetaRegistry instance;

    private final ConcurrentHashMap<Class<?>, ClassInfo> infos = new ConcurrentHashMap<>();
    private final LinkedList<WeakReference<Listener>> listeners = new LinkedList<>();
    private volatile int constantVersion;
    private final AtomicInteger globalVersion = new AtomicInteger();

    public interface Listener {
        void changed(Class<?> c);
    }

    public static MetaRegistry getInstance() {
        MetaRegistry r = instance;
        if (r == null) {
            synchronized (MetaRegistry.class) {
                r = instance;
                if (r == null) {
                    instance = r = new MetaRegistry();
                }
            }
        }
        return r;
    }

    public ClassInfo infoOf(Class<?> c) {
        return infos.computeIfAbsent(c, ClassInfo::new);
    }

    public void setMetaClass(Class<?> c, Object meta) {
        ClassInfo info = infoOf(c);
        info.lock();
        try {
            info.strongMeta = meta;
            info.incVersion();
        } finally {
            info.unlock();
        }
        constantVersion++; // RACE rmw
        globalVersion.incrementAndGet();
        fire(c);
    }

    private void fire(Class<?> c) {
        Object[] all;
        synchronized (listeners) {
            all = listeners.toArray();
        }
        for (Object ref : all) {
            Listener l = (Listener) ((WeakReference<?>) ref).get();
            if (l != null) {
                l.changed(c);
            }
        }
    }

    public void addListener(Listener l) {
        synchronized (listeners) {
            listeners.add(new WeakReference<>(l));
        }
    }

    public void purge() {
        synchronized (listeners) {
            listeners.removeIf(r -> r.get() == null);
        }
    }

    public int getConstantVersion() {
        return constantVersion;
    }

    public static final class ClassInfo {
        private final java.util.concurrent.locks.ReentrantLock lock = new java.util.concurrent.locks.ReentrantLock();
        final Class<?> type;
        Object strongMeta;
        private volatile int version;
        private Object[] cachedExtras;

        ClassInfo(Class<?> type) {
            this.type = type;
        }

        void lock() {
            lock.lock();
        }

        void unlock() {
            lock.unlock();
        }

        /** Caller holds the lock. */
        void incVersion() {
            version++;
        }

        public int getVersion() {
            return version;
        }

        public Object[] extras() {
            lock();
            try {
                if (cachedExtras == null) {
                    cachedExtras = type.getInterfaces();
                }
                return cachedExtras;
            } finally {
                unlock();
            }
        }
    }
}
