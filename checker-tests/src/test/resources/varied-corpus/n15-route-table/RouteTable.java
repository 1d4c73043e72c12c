package net.hopper.route;

import java.util.Arrays;

/** Routes are looked up on every packet and changed rarely, so readers get a plain array. */
public class RouteTable {
    private volatile String[] routes = new String[0];
    private volatile int[] hits = new int[0];
    private volatile int revision;

    public boolean matches(String prefix) {
        for (String r : routes) {
            if (prefix.startsWith(r)) {
                return true;
            }
        }
        return false;
    }

    public void add(String route) {
        String[] old = routes; // RACE atomic-compound #1
        String[] grown = Arrays.copyOf(old, old.length + 1); // RACE atomic-compound #1
        grown[old.length] = route;
        routes = grown; // RACE atomic-compound #1
    }

    public synchronized void ensure(int n) {
        if (hits.length < n) {
            hits = Arrays.copyOf(hits, n); // MAYBE
            revision++;
        }
    }

    public synchronized void remove(String route) {
        String[] old = routes; // RACE atomic-compound #1
        String[] shrunk = new String[old.length];
        int n = 0;
        for (String r : old) {
            if (!r.equals(route)) {
                shrunk[n++] = r;
            }
        }
        routes = Arrays.copyOf(shrunk, n); // RACE atomic-compound #1
    }

    public void hit(int i) {
        hits[i]++; // RACE rmw
    }

    public int revision() {
        return revision;
    }
}
