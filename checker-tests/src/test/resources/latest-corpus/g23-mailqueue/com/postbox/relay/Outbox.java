package com.postbox.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Mails waiting for delivery; filled by the SMTP sessions, emptied by the senders. */
public class Outbox {
    private List<Mail> waiting = new ArrayList<>();
    private Map<String, Integer> bounces = new HashMap<>();
    private final Object bounceLock = new Object();
    private Integer held = 0;
    private long accepted;

    public void add(Mail m) {
        synchronized (waiting) {
            waiting.add(m); // RACE inconsistent-locking #1
        }
        synchronized (this) {
            accepted++;
        }
    }

    /** Takes everything that is waiting. */
    public List<Mail> takeAll() {
        synchronized (waiting) {
            List<Mail> out = waiting;
            waiting = new ArrayList<>(); // RACE inconsistent-locking #1
            return out;
        }
    }

    public void bounced(String domain) {
        synchronized (bounceLock) {
            bounces.put(domain, bounces.getOrDefault(domain, 0) + 1);
        }
    }

    /** Returns the bounces counted so far and begins a new map. */
    public Map<String, Integer> takeBounces() {
        synchronized (bounceLock) {
            Map<String, Integer> out = bounces;
            bounces = new HashMap<>();
            return out;
        }
    }

    public void hold() {
        synchronized (held) {
            held++; // RACE inconsistent-locking #2
        }
    }

    public synchronized long accepted() {
        return accepted;
    }

    public int held() {
        return held;
    }
}
