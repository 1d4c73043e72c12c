package org.timberlog.core;

import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import java.util.Vector;

/** All categories by name. <code>getInstance</code> may be called at any time by any class. */
public class Hierarchy {

    private final Hashtable<String, Object> table = new Hashtable<String, Object>();
    private final Hashtable<String, Category> renderers = new Hashtable<String, Category>();
    private final Map<String, Integer> usage = Collections.synchronizedMap(new HashMap<String, Integer>());
    private final Vector<String> warned = new Vector<String>();
    private final Vector<Runnable> listeners = new Vector<Runnable>();

    private static Hierarchy instance;

    public static synchronized Hierarchy getDefault() {
        if (instance == null) {
            instance = new Hierarchy();
        }
        return instance;
    }

    public Category getInstance(String name) {
        Category category;
        synchronized (table) {
            Object o = table.get(name);
            if (o == null) {
                category = new Category(name);
                table.put(name, category);
                updateParents(category);
            } else if (o instanceof Vector) {
                category = new Category(name);
                table.put(name, category);
                updateChildren((Vector<?>) o, category);
            } else {
                category = (Category) o;
            }
        }
        countUse(name);
        return category;
    }

    private void updateParents(Category cat) {
        String name = cat.name;
        for (int i = name.lastIndexOf('.'); i >= 0; i = name.lastIndexOf('.', i - 1)) {
            String parent = name.substring(0, i);
            Object o = table.get(parent);
            if (o == null) {
                Vector<Category> node = new Vector<Category>();
                node.add(cat);
                table.put(parent, node);
            } else if (o instanceof Category) {
                cat.parent = (Category) o;
                break;
            }
        }
    }

    private void updateChildren(Vector<?> node, Category cat) {
        for (Object o : node) {
            ((Category) o).parent = cat;
        }
    }

    private void countUse(String name) {
        Integer n = usage.get(name); // RACE check-then-act #1
        usage.put(name, n == null ? 1 : n + 1); // RACE check-then-act #1
    }

    public Category rendererFor(String type) {
        Category r = renderers.get(type); // RACE check-then-act #2
        if (r == null) { // RACE check-then-act #2
            r = new Category("renderer." + type);
            renderers.put(type, r); // RACE check-then-act #2
        }
        return r;
    }

    public void noAppender(Category cat) {
        synchronized (warned) {
            if (!warned.contains(cat.name)) {
                warned.add(cat.name);
                System.err.println("No appenders could be found for category " + cat.name);
            }
        }
    }

    public void addListener(Runnable r) {
        if (listeners.contains(r)) { // RACE check-then-act #3
            return;
        }
        listeners.addElement(r); // RACE check-then-act #3
    }

    public Enumeration<String> names() {
        return table.keys();
    }

    /** A named logger. */
    public static final class Category {
        final String name;
        volatile Category parent;
        private int additive = 1;

        Category(String name) {
            this.name = name;
        }

        public synchronized void setAdditive(boolean b) {
            additive = b ? 1 : 0;
        }

        public synchronized boolean isAdditive() {
            return additive == 1;
        }
    }
}
