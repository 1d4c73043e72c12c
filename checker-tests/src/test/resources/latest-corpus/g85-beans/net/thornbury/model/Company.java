package net.thornbury.model;

import java.util.ArrayList;
import java.util.List;

public class Company extends Entity {
    private final List<Person> staff = new ArrayList<>();
    private int hires;

    public Company(String name) {
        super(name);
    }

    public synchronized void hire(Person p) {
        if (!staff.contains(p)) {
            staff.add(p);
            hires++;
            touch();
        }
    }
}
