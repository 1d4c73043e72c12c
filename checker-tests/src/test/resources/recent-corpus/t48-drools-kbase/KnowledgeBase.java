package org.example.drools.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Compiled rules. Sessions are made from it by any thread of the application; a session
 * itself is for one thread.
 */
public class KnowledgeBase {

    private final Map<String, List<String>> rulesByPackage = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Session> statefulSessions = new HashSet<>();
    private final Map<Class<?>, Integer> typeNodes = new ConcurrentHashMap<>();
    private final List<String> removedGlobals = new ArrayList<>();
    private int workingMemoryCounter;
    private int rulesAdded;
    private ProfilingService profiling;
    private ClassLoader rootClassLoader;

    /** Collects firings per rule. */
    static final class ProfilingService {
        final Map<String, Integer> firings = new ConcurrentHashMap<>();

        void fired(String rule) {
            firings.merge(rule, 1, Integer::sum);
        }
    }

    int nextWorkingMemoryCounter() {
        return this.workingMemoryCounter++; // RACE rmw
    }

    public ProfilingService getProfiling() {
        if (profiling == null) { // RACE check-then-act #1
            profiling = new ProfilingService(); // RACE check-then-act #1
        }
        return profiling;
    }

    public synchronized ClassLoader getRootClassLoader() {
        if (rootClassLoader == null) {
            rootClassLoader = new ClassLoader(KnowledgeBase.class.getClassLoader()) {
            };
        }
        return rootClassLoader;
    }

    public void addRule(String pkg, String rule) {
        lock.lock();
        try {
            List<String> l = rulesByPackage.get(pkg);
            if (l == null) {
                l = new ArrayList<>();
                rulesByPackage.put(pkg, l);
            }
            l.add(rule);
            rulesAdded++;
        } finally {
            lock.unlock();
        }
    }

    List<String> rules() {
        lock.lock();
        try {
            List<String> all = new ArrayList<>(rulesAdded);
            rulesByPackage.values().forEach(all::addAll);
            return all;
        } finally {
            lock.unlock();
        }
    }

    public Session newSession() {
        Session s = new Session(this, nextWorkingMemoryCounter());
        synchronized (statefulSessions) {
            statefulSessions.add(s);
        }
        return s;
    }

    void disposed(Session s, String global) {
        synchronized (statefulSessions) {
            statefulSessions.remove(s);
        }
        if (global != null) {
            removedGlobals.add(global); // RACE unsafe-collection
        }
    }

    int typeNode(Class<?> c) {
        return typeNodes.computeIfAbsent(c, k -> k.getName().hashCode());
    }
}
