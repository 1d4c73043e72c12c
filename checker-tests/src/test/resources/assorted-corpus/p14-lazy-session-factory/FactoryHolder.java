package com.sleepy.orm;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Lazily built singletons of an ORM bootstrap, in the several ways people wrote them. */
public final class FactoryHolder {

    private static volatile Factory factory;
    private static Factory legacyFactory;
    private static Factory batchFactory;
    private static final Object LOCK = new Object();
    private static final Map<String, Factory> BY_UNIT = new HashMap<String, Factory>();

    private FactoryHolder() {
    }

    public static Factory get() {
        Factory f = factory;
        if (f == null) {
            synchronized (LOCK) {
                f = factory;
                if (f == null) {
                    f = new Factory(new Properties());
                    factory = f;
                }
            }
        }
        return f;
    }

    public static synchronized Factory getLegacy() {
        if (legacyFactory == null) {
            legacyFactory = new Factory(System.getProperties());
        }
        return legacyFactory;
    }

    /** Every worker of a batch opens its sessions here. */
    public static Factory getBatch() {
        if (batchFactory == null) { // RACE check-then-act #1
            synchronized (LOCK) {
                batchFactory = new Factory(System.getProperties()); // RACE check-then-act #1
            }
        }
        return batchFactory;
    }

    public static Factory forUnit(String unit) {
        synchronized (BY_UNIT) {
            Factory f = BY_UNIT.get(unit);
            if (f == null) {
                f = new Factory(new Properties());
                BY_UNIT.put(unit, f);
            }
            return f;
        }
    }

    public static void close() {
        synchronized (LOCK) {
            if (factory != null) {
                factory.close();
                factory = null;
            }
        }
    }

    private static final class Holder {
        static final Factory READ_ONLY = new Factory(new Properties());
    }

    public static Factory readOnly() {
        return Holder.READ_ONLY;
    }

    public static final class Factory {
        private final Properties settings;
        private int openSessions;
        private boolean closed;

        Factory(Properties settings) {
            this.settings = settings;
        }

        public synchronized int open() {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            return ++openSessions;
        }

        synchronized void close() {
            closed = true;
        }

        public String setting(String key) {
            return settings.getProperty(key);
        }
    }
}
