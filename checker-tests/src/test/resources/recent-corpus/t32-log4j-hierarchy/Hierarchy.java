package org.example.log4j;

import java.util.Hashtable;
import java.util.Vector;

/** The loggers of a repository; getInstance is called by any thread of the application. */
public class Hierarchy {

    static final class Category {
        final String name;
        final Vector<Appender> appenders = new Vector<Appender>();
        volatile boolean additive = true;

        Category(String name) {
            this.name = name;
        }

        void addAppender(Appender a) {
            if (!appenders.contains(a)) { // RACE check-then-act #1
                appenders.addElement(a); // RACE check-then-act #1
            }
        }

        void callAppenders(String message) {
            synchronized (this) {
                for (Appender a : appenders) {
                    a.doAppend(name, message);
                }
            }
        }
    }

    private final Hashtable<String, Category> ht = new Hashtable<String, Category>();
    private final Hashtable<String, Integer> rendererUses = new Hashtable<String, Integer>();
    private boolean emittedNoAppenderWarning = false;

    Category getInstance(String name) {
        Category c = ht.get(name); // RACE check-then-act #2
        if (c == null) {
            c = new Category(name);
            ht.put(name, c); // RACE check-then-act #2
        }
        return c;
    }

    void rendered(String type) {
        synchronized (rendererUses) {
            Integer n = rendererUses.get(type);
            rendererUses.put(type, n == null ? 1 : n + 1);
        }
    }

    void emitNoAppenderWarning(Category c) {
        if (!emittedNoAppenderWarning) { // MAYBE
            System.err.println("log4j:WARN No appenders could be found for " + c.name);
            emittedNoAppenderWarning = true; // MAYBE
        }
    }

    /** Configuration; also done at run time by components which bring their appender. */
    public void attach(String name, Appender a) {
        getInstance(name).addAppender(a);
    }

    public void log(String name, Object message) {
        Category c = getInstance(name);
        if (c.appenders.isEmpty()) {
            emitNoAppenderWarning(c);
            return;
        }
        rendered(message.getClass().getName());
        c.callAppenders(String.valueOf(message));
    }
}
