package reflect.beans;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** Getter lists per class. The static cache is shared by all mappers of the web application. */
public final class BeanInfoCache {
    private static final Map<Class<?>, List<Method>> GETTERS = new WeakHashMap<>();
    private static int misses;

    private static final ClassValue<List<Method>> SETTERS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            List<Method> found = new ArrayList<>();
            for (Method m : type.getMethods()) {
                if (m.getName().startsWith("set") && m.getParameterCount() == 1) {
                    found.add(m);
                }
            }
            return List.copyOf(found);
        }
    };

    private BeanInfoCache() {}

    public static List<Method> getters(Class<?> type) {
        List<Method> list = GETTERS.get(type); // RACE unsafe-collection #1
        if (list == null) { // RACE unsafe-collection #1
            synchronized (BeanInfoCache.class) {
                misses++;
            }
            list = scan(type);
            GETTERS.put(type, list); // RACE unsafe-collection #1
        }
        return list;
    }

    private static List<Method> scan(Class<?> type) {
        List<Method> found = new ArrayList<>();
        int n = 0;
        for (Method m : type.getMethods()) {
            if (m.getName().startsWith("get") && m.getParameterCount() == 0) {
                found.add(m);
                n++;
            }
        }
        return n == 0 ? List.of() : found;
    }

    public static List<Method> setters(Class<?> type) {
        return SETTERS.get(type);
    }

    public static synchronized int misses() {
        return misses;
    }

    /** Run by the container when an application is undeployed, one at a time. */
    public static synchronized void flush() {
        misses = 0;
    }
}
