package org.reflecta.type;

import java.lang.ref.SoftReference;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Immutable description of a class. Instances and caches are shared by all threads that (de)serialise.
 */
public final class TypeDescriptor {

    private static final ConcurrentMap<Class<?>, String> SHORT_NAMES = new ConcurrentHashMap<>();
    private static final Map<ClassLoader, Boolean> SAFE_LOADERS = Collections.synchronizedMap(new WeakHashMap<>());
    private static volatile SoftReference<List<String>> primitiveNames;

    private final Class<?> type;
    private final String name;
    private int hash;
    private volatile List<Field> fields;
    private String signature;

    public TypeDescriptor(Class<?> type) {
        this.type = type;
        this.name = type.getName();
    }

    @Override
    public int hashCode() {
        int h = hash;
        if (h == 0) {
            h = name.hashCode() * 31 + type.getModifiers();
            hash = h;
        }
        return h;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof TypeDescriptor && ((TypeDescriptor) o).type == type;
    }

    /** The non-static fields, nearest class first. */
    public List<Field> fields() {
        List<Field> f = fields;
        if (f == null) {
            List<Field> found = new ArrayList<>();
            for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
                for (Field field : c.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())) {
                        found.add(field);
                    }
                }
            }
            f = Collections.unmodifiableList(found);
            fields = f;
        }
        return f;
    }

    public String signature() {
        String s = signature;
        if (s == null) {
            StringBuilder sb = new StringBuilder(name).append('(');
            for (Field f : fields()) {
                sb.append(f.getType().getName()).append(',');
            }
            s = sb.append(')').toString();
            signature = s;
        }
        return s;
    }

    public static String shortName(Class<?> c) {
        String s = SHORT_NAMES.get(c);
        if (s == null) {
            String full = c.getName();
            s = full.substring(full.lastIndexOf('.') + 1).replace('$', '.');
            SHORT_NAMES.put(c, s);
        }
        return s;
    }

    public static boolean isCacheSafe(Class<?> c) {
        ClassLoader loader = c.getClassLoader();
        if (loader == null) {
            return true;
        }
        Boolean known = SAFE_LOADERS.get(loader);
        if (known == null) {
            boolean safe = false;
            for (ClassLoader l = TypeDescriptor.class.getClassLoader(); l != null; l = l.getParent()) {
                safe |= l == loader;
            }
            known = safe;
            SAFE_LOADERS.put(loader, known);
        }
        return known;
    }

    static List<String> primitives() {
        SoftReference<List<String>> ref = primitiveNames;
        List<String> names = ref == null ? null : ref.get();
        if (names == null) {
            names = List.of("boolean", "byte", "char", "short", "int", "long", "float", "double");
            primitiveNames = new SoftReference<>(names);
        }
        return names;
    }
}
