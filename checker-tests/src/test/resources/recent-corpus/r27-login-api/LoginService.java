package r27loginapi;

import jakarta.annotation.PostConstruct;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Service;

@Service
public class LoginService {

    private final Map<String, String> hashes = new HashMap<>();
    private final Map<String, Integer> strikes = new ConcurrentHashMap<>();
    private final AtomicLong logins = new AtomicLong();
    private long failures;
    private int demoUsers;

    @PostConstruct
    void loadDemoUsers() {
        for (String name : new String[] {"anna", "ben", "carla"}) {
            hashes.put(name, hash(name + "123"));
            demoUsers++;
        }
    }

    boolean login(String user, String password) {
        if (strikes.getOrDefault(user, 0) > 5) {
            return failed();
        }
        String expected = hashes.get(user);
        if (expected == null || !expected.equals(hash(password))) {
            strikes.merge(user, 1, Integer::sum);
            return failed();
        }
        strikes.remove(user);
        logins.incrementAndGet();
        return true;
    }

    private boolean failed() {
        failures += 1; // RACE rmw
        return false;
    }

    Map<String, Number> figures() {
        return Map.of("logins", logins.get(), "failures", failures, "demo", demoUsers);
    }

    private static String hash(String text) {
        return Integer.toHexString(text.hashCode() * 31);
    }
}
