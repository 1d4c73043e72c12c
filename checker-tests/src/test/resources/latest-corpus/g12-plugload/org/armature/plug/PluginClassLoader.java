package org.armature.plug;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Loads plug-in classes from memory; parallel capable. */
public class PluginClassLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final Map<String, byte[]> code;
    private final ConcurrentHashMap<String, Class<?>> defined = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Package> packages = new ConcurrentHashMap<>();
    private final AtomicInteger definedCount = new AtomicInteger();
    private int loadRequests;

    public PluginClassLoader(Map<String, byte[]> code, ClassLoader parent) {
        super(parent);
        this.code = Map.copyOf(code);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        loadRequests++; // RACE read-modify-write #1
        synchronized (getClassLoadingLock(name)) {
            Class<?> c = defined.get(name);
            if (c == null) {
                byte[] b = code.get(name);
                if (b == null) {
                    return super.loadClass(name, resolve);
                }
                notePackage(name);
                c = defineClass(name, b, 0, b.length);
                defined.put(name, c);
                definedCount.incrementAndGet();
            }
            return c;
        }
    }

    private void notePackage(String name) {
        int dot = name.lastIndexOf('.');
        if (dot > 0) {
            String pkg = name.substring(0, dot);
            packages.computeIfAbsent(pkg, p -> definePackage(p, null, null, null, null, null, null, null));
        }
    }

    public String stats() {
        return loadRequests + " requests, " + definedCount.get() + " defined";
    }
}
