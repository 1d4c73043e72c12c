package net.thornbury.model;

import java.util.HashSet;
import java.util.Set;

public class Person extends Entity {
    private static final Set<String> NAMES = new HashSet<>();

    private int visits;

    public Person(String name) {
        super(name);
        synchronized (Person.class) {
            NAMES.add(name);
        }
    }

    public void visited(int imported) {
        synchronized (this) {
            visits++;
            touch();
        }
        restore(imported);
    }

    public static boolean known(String name) {
        synchronized (Person.class) {
            return NAMES.contains(name);
        }
    }
}
