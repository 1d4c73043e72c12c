package tokens;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Sessions of the API by bearer token. Used by every request and by the expiry task. */
public class TokenSessionStore {

    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Map<String, Integer> perUser = new ConcurrentHashMap<>();
    private final AtomicInteger active = new AtomicInteger();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final long ttl;
    private final int maxPerUser;

    public TokenSessionStore(Clock clock, long ttl, int maxPerUser) {
        this.clock = clock;
        this.ttl = ttl;
        this.maxPerUser = maxPerUser;
    }

    public Optional<String> open(String user) {
        if (!admit(user)) {
            return Optional.empty();
        }
        String token = newToken();
        sessions.put(token, new Session(user, clock.millis()));
        active.incrementAndGet();
        return Optional.of(token);
    }

    private boolean admit(String user) {
        int[] before = new int[1];
        perUser.compute(user, (u, n) -> {
            before[0] = n == null ? 0 : n;
            return before[0] < maxPerUser ? before[0] + 1 : n;
        });
        return before[0] < maxPerUser;
    }

    private String newToken() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    /** Looks the session up and prolongs it. */
    public Optional<Session> touch(String token) {
        Session s = sessions.computeIfPresent(token, (t, old) -> {
            old.lastAccess = clock.millis();
            old.requests++;
            return old;
        });
        return Optional.ofNullable(s);
    }

    public boolean close(String token) {
        Session s = sessions.remove(token);
        if (s == null) {
            return false;
        }
        closed(s);
        return true;
    }

    private void closed(Session s) {
        active.decrementAndGet();
        perUser.computeIfPresent(s.user, (u, n) -> n == 1 ? null : n - 1);
    }

    /** Removes idle sessions. */
    public int expire() {
        long limit = clock.millis() - ttl;
        int n = 0;
        for (Map.Entry<String, Session> e : sessions.entrySet()) {
            Session s = e.getValue();
            if (s.lastAccess < limit) { // RACE check-then-act #1
                if (sessions.remove(e.getKey(), s)) { // RACE check-then-act #1
                    closed(s);
                    n++;
                }
            }
        }
        return n;
    }

    /** Closes all sessions of a user who has changed the password. */
    public void closeAll(String user) {
        sessions.forEach((token, s) -> {
            if (s.user.equals(user)) {
                close(token);
            }
        });
    }

    /** Replaces the token of a session. */
    public Optional<String> rotate(String token) {
        Session s = sessions.remove(token);
        if (s == null) {
            return Optional.empty();
        }
        String fresh = newToken();
        sessions.put(fresh, s); // MAYBE
        return Optional.of(fresh);
    }

    /** Notes a failed second factor of a session. */
    public boolean failedFactor(String token) {
        Session s = sessions.get(token);
        if (s == null) {
            return false;
        }
        s.failures++; // RACE rmw #2
        if (s.failures >= 3) {
            return close(token);
        }
        return false;
    }

    public int active() {
        return active.get();
    }

    /** A session. */
    public static final class Session {
        private final String user;
        private volatile long lastAccess;
        private volatile int requests;
        private volatile int failures;

        Session(String user, long now) {
            this.user = user;
            this.lastAccess = now;
        }

        public String user() {
            return user;
        }

        public int requests() {
            return requests;
        }
    }
}
