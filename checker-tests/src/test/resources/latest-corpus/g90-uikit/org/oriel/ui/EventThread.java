package org.oriel.ui;

import java.util.*;

/** The toolkit's event thread. Components may only be touched on it. */
public final class EventThread extends Thread {
    private static EventThread instance;

    private final LinkedList<Runnable> events = new LinkedList<Runnable>();
    private int dispatched;

    private EventThread() {
        super("events");
        setDaemon(true);
    }

    private static synchronized EventThread instance() {
        if (instance == null) {
            instance = new EventThread();
            instance.start();
        }
        return instance;
    }

    public static void later(Runnable r) {
        EventThread t = instance();
        synchronized (t.events) {
            t.events.addLast(r);
            t.events.notify();
        }
    }

    public static boolean isCurrent() {
        return Thread.currentThread() == instance();
    }

    /** Runs on the event thread and waits for it. */
    public static void andWait(final Runnable r) throws InterruptedException {
        if (isCurrent()) {
            r.run();
            return;
        }
        final boolean[] done = new boolean[1];
        later(new Runnable() {
            public void run() {
                r.run();
                synchronized (done) {
                    done[0] = true;
                    done.notifyAll();
                }
            }
        });
        synchronized (done) {
            while (!done[0]) {
                done.wait();
            }
        }
    }

    public void run() {
        try {
            while (true) {
                Runnable r;
                synchronized (events) {
                    while (events.isEmpty()) {
                        events.wait();
                    }
                    r = events.removeFirst();
                }
                r.run();
                dispatched++;
            }
        } catch (InterruptedException e) {
            System.err.println("after " + dispatched + " events: " + e);
        }
    }
}
