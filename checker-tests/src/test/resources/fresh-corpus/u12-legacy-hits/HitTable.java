package legacy.web.hits;

import java.util.Enumeration;
import java.util.Hashtable;
import java.util.Vector;

/**
 * Hits by page. Kept from the servlet 2.2 days.
 */
public class HitTable {
    private static HitTable instance;

    private final Hashtable pages = new Hashtable();
    private final Hashtable errors = new Hashtable();
    private final Vector hosts = new Vector();
    private final Vector agents = new Vector();

    public static synchronized HitTable getInstance() {
        if (instance == null) {
            instance = new HitTable();
        }
        return instance;
    }

    public void hit(String page) {
        Integer n = (Integer) pages.get(page); // RACE check-then-act #1
        if (n == null) {
            pages.put(page, Integer.valueOf(1)); // RACE check-then-act #1
        } else {
            pages.put(page, Integer.valueOf(n.intValue() + 1)); // RACE check-then-act #1
        }
    }

    public void error(String page) {
        synchronized (errors) {
            Integer n = (Integer) errors.get(page);
            errors.put(page, Integer.valueOf(n == null ? 1 : n.intValue() + 1));
        }
    }

    public void host(String host) {
        if (!hosts.contains(host)) { // RACE check-then-act #2
            hosts.addElement(host); // RACE check-then-act #2
        }
    }

    public void agent(String agent) {
        synchronized (agents) {
            if (!agents.contains(agent)) {
                agents.addElement(agent);
            }
        }
    }

    public int sum() {
        int total = 0;
        for (Enumeration e = pages.elements(); e.hasMoreElements();) {
            total += ((Integer) e.nextElement()).intValue();
        }
        return total;
    }
}
