package com.insuro.legacy;

import java.util.Date;
import java.util.Enumeration;
import java.util.Hashtable;
import java.util.Vector;

/**
 * Cache of policies.
 * <p>
 * 12.03.2003 HM: made everything static synchronized after incident 4711<br>
 * 01.07.2004 KS: purge thread
 */
public class PolicyCache {

    private static Hashtable cache = new Hashtable();
    private static Vector order = new Vector();
    private static int hits = 0;
    private static int misses = 0;
    private static PolicyCache instance = null;
    private static Thread purger = null;

    private int purged = 0;
    private Date lastPurge = null;

    private PolicyCache() {
    }

    public static synchronized PolicyCache getInstance() {
        if (instance == null) {
            instance = new PolicyCache();
        }
        if (purger == null) {
            purger = new Thread() {
                private int rounds = 0;

                public void run() {
                    while (true) {
                        rounds++;
                        try {
                            Thread.sleep(60000L);
                        } catch (InterruptedException ex) {
                            return;
                        }
                        instance.purge();
                    }
                }
            };
            purger.setDaemon(true);
            purger.start();
        }
        return instance;
    }

    public static synchronized Object get(String number) {
        Object o = cache.get(number);
        if (o != null) {
            hits++;
            touch(number);
        } else {
            misses++;
        }
        return o;
    }

    private static void touch(String number) {
        order.remove(number);
        order.addElement(number);
    }

    public static void put(String number, Object policy) {
        synchronized (PolicyCache.class) {
            if (!cache.containsKey(number)) {
                cache.put(number, policy);
                order.addElement(number);
            } else {
                cache.put(number, policy);
                touch(number);
            }
        }
    }

    public void purge() {
        synchronized (PolicyCache.class) {
            while (order.size() > 1000) {
                Object oldest = order.elementAt(0);
                order.removeElementAt(0);
                cache.remove(oldest);
                purged++;
            }
            lastPurge = new Date();
        }
    }

    public static String dump() {
        StringBuffer sb = new StringBuffer();
        synchronized (PolicyCache.class) {
            for (Enumeration e = cache.keys(); e.hasMoreElements();) {
                sb.append(e.nextElement()).append('\n');
            }
            sb.append(hits + "/" + misses);
        }
        return sb.toString();
    }
}
