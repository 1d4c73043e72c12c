package org.lantern.auth;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

public final class Session {
    private final String token;
    private final String user;
    private volatile long touched;
    private final ConcurrentMap<String, Object> attributes = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();

    Session(String token, String user, long now) {
        this.token = token;
        this.user = user;
        this.touched = now;
    }

    void touch(long now) {
        touched = now;
        requests.incrementAndGet();
    }

    boolean expired(long now) {
        return now - touched > 1_800_000;
    }

    /** Attribute, made on first use; all callers see the same object. */
    @SuppressWarnings("unchecked")
    public <T> T attribute(String name, Supplier<T> factory) {
        Object v = attributes.get(name);
        if (v != null) {
            return (T) v;
        }
        v = factory.get();
        attributes.put(name, v); // RACE check-then-act #1
        return (T) v;
    }

    public String token() {
        return token;
    }

    public String user() {
        return user;
    }
}
