package com.waxwing.events;

import java.util.LinkedList;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Remembers the last events, for tests and for the console. */
public class Recorder implements EventHub.Subscriber {
    private final int keep;
    private final LinkedList<Object> events = new LinkedList<>();
    private final ConcurrentLinkedDeque<Object> errors = new ConcurrentLinkedDeque<>();
    private int seen;

    public Recorder(int keep) {
        this.keep = keep;
    }

    @Override
    public void on(Object event) {
        seen++; // RACE read-modify-write #2
        if (event instanceof Throwable) {
            errors.addLast(event);
        }
        synchronized (events) {
            events.addLast(event);
            while (events.size() > keep) {
                events.removeFirst();
            }
        }
    }

    public Object lastError() {
        return errors.pollLast();
    }

    public String toString() {
        synchronized (events) {
            return seen + " seen, kept " + events;
        }
    }
}
