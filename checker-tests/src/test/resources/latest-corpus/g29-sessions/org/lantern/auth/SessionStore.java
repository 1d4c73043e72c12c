package org.lantern.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Sessions by token, and tokens by user. */
public class SessionStore {
    private final ConcurrentMap<String, Session> byToken = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, List<String>> byUser = new ConcurrentHashMap<>();
    private final ScheduledExecutorService reaper = Executors.newSingleThreadScheduledExecutor();
    private final SecureTokens tokens = new SecureTokens();
    private final AtomicInteger peak = new AtomicInteger();
    private int reaped;

    public SessionStore() {
        reaper.scheduleWithFixedDelay(this::reap, 60, 60, TimeUnit.SECONDS);
    }

    public Session login(String user) {
        Session s = new Session(tokens.next(), user, System.currentTimeMillis());
        byToken.put(s.token(), s);
        byUser.compute(user, (u, l) -> {
            List<String> out = l == null ? new ArrayList<>() : new ArrayList<>(l);
            out.add(s.token());
            return out;
        });
        int now = byToken.size();
        int p = peak.get();
        while (now > p && !peak.compareAndSet(p, now)) {
            p = peak.get();
        }
        return s;
    }

    public void logout(String token) {
        Session s = byToken.remove(token);
        if (s == null) {
            return;
        }
        List<String> rest = new ArrayList<>(byUser.getOrDefault(s.user(), List.of()));
        rest.remove(token);
        byUser.put(s.user(), rest); // RACE check-then-act #2
    }

    private void reap() {
        long now = System.currentTimeMillis();
        for (Session s : byToken.values()) {
            if (s.expired(now) && byToken.remove(s.token(), s)) {
                byUser.computeIfPresent(s.user(), (u, l) -> {
                    List<String> out = new ArrayList<>(l);
                    out.remove(s.token());
                    return out.isEmpty() ? null : out;
                });
                reaped++;
            }
        }
    }

    public Optional<Session> find(String token) {
        Session s = byToken.get(token);
        if (s != null) {
            s.touch(System.currentTimeMillis());
        }
        return Optional.ofNullable(s);
    }
}
