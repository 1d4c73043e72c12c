package org.example.springlike.beans;

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

/** Shared registry of named singletons; looked up by request threads at any time. */
public class SingletonRegistry {

    private static final int SUPPRESSED_EXCEPTIONS_LIMIT = 100;

    private final Map<String, Object> singletonObjects = new ConcurrentHashMap<>(256);
    private final Map<String, Supplier<?>> singletonFactories = new HashMap<>(16);
    private final Map<String, Object> earlySingletonObjects = new ConcurrentHashMap<>(16);
    private final Set<String> registeredSingletons = new LinkedHashSet<>(256);
    private final Set<String> inCreation = Collections.newSetFromMap(new ConcurrentHashMap<>(16));
    private final Map<String, AutoCloseable> disposableBeans = new LinkedHashMap<>();
    private final Map<String, Set<String>> dependentBeanMap = new ConcurrentHashMap<>(64);
    private Set<Exception> suppressedExceptions;
    private boolean inDestruction = false;
    private int creations;

    protected void addSingleton(String beanName, Object singletonObject) {
        synchronized (this.singletonObjects) {
            this.singletonObjects.put(beanName, singletonObject);
            this.singletonFactories.remove(beanName);
            this.earlySingletonObjects.remove(beanName);
            this.registeredSingletons.add(beanName);
        }
    }

    protected Object getSingleton(String beanName, boolean allowEarlyReference) {
        Object singletonObject = this.singletonObjects.get(beanName);
        if (singletonObject == null && inCreation.contains(beanName)) {
            singletonObject = this.earlySingletonObjects.get(beanName);
            if (singletonObject == null && allowEarlyReference) {
                synchronized (this.singletonObjects) {
                    singletonObject = this.singletonObjects.get(beanName);
                    if (singletonObject == null) {
                        singletonObject = this.earlySingletonObjects.get(beanName);
                        if (singletonObject == null) {
                            Supplier<?> factory = this.singletonFactories.get(beanName);
                            if (factory != null) {
                                singletonObject = factory.get();
                                this.earlySingletonObjects.put(beanName, singletonObject);
                                this.singletonFactories.remove(beanName);
                            }
                        }
                    }
                }
            }
        }
        return singletonObject;
    }

    public Object getSingleton(String beanName, Supplier<?> factory) {
        synchronized (this.singletonObjects) {
            Object singleton = this.singletonObjects.get(beanName);
            if (singleton == null) {
                if (inDestruction) {
                    throw new IllegalStateException("Singleton creation not allowed in destruction");
                }
                beforeSingletonCreation(beanName);
                boolean recordSuppressed = suppressedExceptions == null;
                if (recordSuppressed) {
                    suppressedExceptions = new LinkedHashSet<>();
                }
                try {
                    singleton = factory.get();
                    creations++;
                } catch (RuntimeException ex) {
                    onSuppressedException(ex);
                    throw ex;
                } finally {
                    if (recordSuppressed) {
                        suppressedExceptions = null;
                    }
                    inCreation.remove(beanName);
                }
                addSingleton(beanName, singleton);
            }
            return singleton;
        }
    }

    private void beforeSingletonCreation(String beanName) {
        if (!inCreation.add(beanName)) {
            throw new IllegalStateException("Currently in creation: " + beanName);
        }
    }

    private void onSuppressedException(Exception ex) {
        synchronized (this.singletonObjects) {
            if (suppressedExceptions != null && suppressedExceptions.size() < SUPPRESSED_EXCEPTIONS_LIMIT) {
                suppressedExceptions.add(ex);
            }
        }
    }

    public void registerDisposableBean(String beanName, AutoCloseable bean) {
        synchronized (this.disposableBeans) {
            this.disposableBeans.put(beanName, bean);
        }
    }

    public void registerDependentBean(String beanName, String dependent) {
        synchronized (this.dependentBeanMap) {
            Set<String> set = this.dependentBeanMap.get(beanName);
            if (set == null) {
                set = new LinkedHashSet<>(8);
                this.dependentBeanMap.put(beanName, set);
            }
            set.add(dependent);
        }
    }

    public void destroySingletons() throws Exception {
        synchronized (this.singletonObjects) {
            inDestruction = true;
        }
        List<AutoCloseable> beans;
        synchronized (this.disposableBeans) {
            beans = new ArrayList<>(disposableBeans.values());
            disposableBeans.clear();
        }
        for (int i = beans.size() - 1; i >= 0; i--) {
            beans.get(i).close();
        }
        synchronized (this.singletonObjects) {
            singletonObjects.clear();
            registeredSingletons.clear();
            inDestruction = false;
        }
    }
}
