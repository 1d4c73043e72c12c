package org.example.drools.core;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

public class Session implements AutoCloseable {
    private final KnowledgeBase kbase;
    private final int id;
    private final Map<Integer, Integer> alphaMemory = new HashMap<>();
    private final Deque<String> agenda = new ArrayDeque<>();
    private long factCounter;
    private int fired;
    private boolean disposed;
    private String global;

    Session(KnowledgeBase kbase, int id) {
        this.kbase = kbase;
        this.id = id;
    }

    public void setGlobal(String global) {
        this.global = global;
    }

    public long insert(Object fact) {
        int node = kbase.typeNode(fact.getClass());
        Integer n = alphaMemory.get(node);
        alphaMemory.put(node, n == null ? 1 : n + 1);
        for (String rule : kbase.rules()) {
            if (rule.hashCode() % 7 == node % 7) {
                agenda.add(rule);
            }
        }
        return ++factCounter;
    }

    public int fireAllRules() {
        String rule;
        while ((rule = agenda.poll()) != null) {
            kbase.getProfiling().fired(rule);
            fired++;
        }
        return fired;
    }

    @Override
    public void close() {
        if (!disposed) {
            disposed = true;
            kbase.disposed(this, global);
        }
    }

    @Override
    public String toString() {
        return "Session-" + id;
    }
}
