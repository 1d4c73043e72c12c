package org.beanery.factory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Registry for shared bean instances. Look-ups come from any thread, at any time. */
public class SingletonRegistry {

    private final Map<String, Object> singletons = new ConcurrentHashMap<>(256);
    private final Map<String, Object> early = new HashMap<>(16);
    private final Map<String, Supplier<?>> factories = new HashMap<>(16);
    private final Set<String> registered = new LinkedHashSet<>(256);
    private final Map<String, Object> disposable = new LinkedHashMap<>();
    private final Set<String> inCreation = Collections.newSetFromMap(new ConcurrentHashMap<>(16));
    private volatile List<String> definitionNames = new ArrayList<>(256);
    private final Map<String, String> definitions = new ConcurrentHashMap<>(256);
    private Set<Exception> suppressed;
    private int created;

    public void registerDefinition(String name, String className) {
        synchronized (definitions) {
            definitions.put(name, className);
            List<String> updated = new ArrayList<>(definitionNames.size() + 1);
            updated.addAll(definitionNames);
            updated.add(name);
            definitionNames = updated;
        }
    }

    public Object getSingleton(String name, Supplier<?> factory) {
        Object existing = singletons.get(name);
        if (existing != null) {
            return existing;
        }
        synchronized (singletons) {
            Object bean = singletons.get(name);
            if (bean == null) {
                beforeCreation(name);
                boolean recording = suppressed == null;
                if (recording) {
                    suppressed = new LinkedHashSet<>();
                }
                try {
                    bean = factory.get();
                } finally {
                    if (recording) {
                        suppressed = null;
                    }
                    afterCreation(name);
                }
                addSingleton(name, bean);
            }
            return bean;
        }
    }

    private void beforeCreation(String name) {
        if (!inCreation.add(name)) {
            throw new IllegalStateException("currently in creation: " + name);
        }
    }

    private void afterCreation(String name) {
        if (!inCreation.remove(name)) {
            throw new IllegalStateException("not in creation: " + name);
        }
        created++;
    }

    protected void addSingleton(String name, Object bean) {
        synchronized (singletons) {
            singletons.put(name, bean);
            factories.remove(name);
            early.remove(name);
            registered.add(name);
        }
    }

    protected Object getEarly(String name) {
        synchronized (singletons) {
            Object o = early.get(name);
            if (o == null) {
                Supplier<?> f = factories.get(name);
                if (f != null) {
                    o = f.get();
                    early.put(name, o);
                    factories.remove(name);
                }
            }
            return o;
        }
    }

    public void registerDisposable(String name, Object bean) {
        synchronized (disposable) {
            disposable.put(name, bean);
        }
    }

    public void destroyAll() {
        String[] names;
        synchronized (disposable) {
            names = disposable.keySet().toArray(new String[0]);
        }
        for (int i = names.length - 1; i >= 0; i--) {
            Object bean;
            synchronized (disposable) {
                bean = disposable.remove(names[i]);
            }
            if (bean instanceof AutoCloseable c) {
                try {
                    c.close();
                } catch (Exception e) {
                    onSuppressed(e);
                }
            }
        }
    }

    private void onSuppressed(Exception e) {
        synchronized (singletons) {
            if (suppressed != null && suppressed.size() < 100) {
                suppressed.add(e);
            }
        }
    }

    public List<String> names() {
        return definitionNames;
    }
}
