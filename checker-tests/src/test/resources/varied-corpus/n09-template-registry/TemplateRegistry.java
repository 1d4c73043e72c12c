package org.mailmerge.templates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

public class TemplateRegistry {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Lock read = lock.readLock();
    private final Lock write = lock.writeLock();
    private final Map<String, Template> templates = new HashMap<>();
    private int generation;
    private long lookups;

    public Template find(String name) {
        read.lock();
        try {
            lookups++; // RACE wrong-lock #1
            return templates.get(name);
        } finally {
            read.unlock();
        }
    }

    public void register(String name, String body) {
        write.lock();
        try {
            Template old = templates.get(name);
            if (old != null) {
                old.replaced = true;
            }
            templates.put(name, new Template(body));
            generation++;
        } finally {
            write.unlock();
        }
    }

    public List<String> names() {
        read.lock();
        try {
            List<String> names = new ArrayList<>();
            for (String n : templates.keySet()) {
                names.add(n);
            }
            return names;
        } finally {
            read.unlock();
        }
    }

    public void retain(List<String> names) {
        write.lock();
        try {
            if (templates.keySet().retainAll(names)) {
                generation += 1;
            }
        } finally {
            write.unlock();
        }
    }

    public int generation() {
        read.lock();
        try {
            return generation;
        } finally {
            read.unlock();
        }
    }

    public static final class Template {
        final String body;
        boolean replaced;

        Template(String body) {
            this.body = body;
        }
    }
}
