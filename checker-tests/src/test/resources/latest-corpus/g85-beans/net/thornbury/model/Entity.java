package net.thornbury.model;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Base of the entities: numbers and statistics common to all kinds. */
public abstract class Entity {
    private static int nextNumber;
    private static int alive;
    private static final Map<Class<?>, Integer> BY_KIND = new HashMap<>();
    private static final Map<String, Entity> BY_NAME = new TreeMap<>();

    private final int number;
    private final String name;
    private int revision;

    protected Entity(String name) {
        this.name = name;
        synchronized (getClass()) {
            number = ++nextNumber; // RACE inconsistent-locking #1
        }
        synchronized (Entity.class) {
            alive++;
            Integer n = BY_KIND.get(getClass());
            BY_KIND.put(getClass(), n == null ? 1 : n + 1);
        }
    }

    public static void register(Entity e) {
        synchronized (BY_NAME) {
            if (!BY_NAME.containsKey(e.name)) {
                BY_NAME.put(e.name, e);
            }
        }
    }

    public static Entity find(String name) {
        synchronized (BY_NAME) {
            return BY_NAME.get(name);
        }
    }

    public final void touch() {
        synchronized (this) {
            revision++;
        }
    }

    /** Sets the revision back, for imports. */
    protected void restore(int r) {
        if (r > revision) {
            revision = r; // RACE inconsistent-locking #2
        }
    }

    public void dispose() {
        synchronized (Entity.class) {
            alive--;
        }
    }

    public int number() {
        return number;
    }

    public synchronized int revision() {
        return revision;
    }

    public static synchronized int alive() {
        return alive;
    }
}
