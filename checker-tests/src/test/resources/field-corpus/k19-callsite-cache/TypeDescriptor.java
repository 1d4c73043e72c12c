package k19;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Reflection data of a class. Lazy parts may be computed twice by two threads; both get equal
 * results, and the objects are immutable.
 */
public final class TypeDescriptor {
    private static final Map<Class<?>, TypeDescriptor> CACHE = new ConcurrentHashMap<>();

    private final Class<?> type;
    private int hash;
    private volatile Method[] methods;
    private volatile String signature;

    private TypeDescriptor(Class<?> type) {
        this.type = type;
    }

    public static TypeDescriptor of(Class<?> type) {
        TypeDescriptor d = CACHE.get(type);
        if (d == null) {
            d = new TypeDescriptor(type);
            TypeDescriptor other = CACHE.putIfAbsent(type, d);
            if (other != null) {
                d = other;
            }
        }
        return d;
    }

    public Method find(String name) {
        Method[] m = methods;
        if (m == null) {
            m = type.getMethods();
            Arrays.sort(m, (a, b) -> a.getName().compareTo(b.getName()));
            methods = m;
        }
        for (Method x : m) {
            if (x.getName().equals(name)) {
                return x;
            }
        }
        return null;
    }

    public String signature() {
        if (signature == null) {
            StringBuilder sb = new StringBuilder(type.getName());
            for (Method m : type.getDeclaredMethods()) {
                sb.append(';').append(m.getName());
            }
            signature = sb.toString();
        }
        return signature;
    }

    @Override
    public int hashCode() {
        int h = hash;
        if (h == 0) {
            h = type.getName().hashCode() * 31 + type.getModifiers();
            hash = h;
        }
        return h;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof TypeDescriptor && ((TypeDescriptor) o).type == type;
    }

    public static void warmUp(Class<?>... types) {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        for (Class<?> t : types) {
            pool.submit(() -> of(t).find("toString"));
            pool.submit(() -> of(t).hashCode());
        }
        pool.shutdown();
    }
}
