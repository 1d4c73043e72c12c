package k55;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Thread-safe. */
public class ProfileCache {
    public record Profile(String user, String theme, long version) {}

    private final LoadingCache<String, Profile> profiles;
    private final Cache<String, Set<String>> devices = Caffeine.newBuilder().maximumSize(10_000).build();
    private final Cache<String, Integer> failedLogins =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(10)).build();
    private final Cache<String, List<String>> recent = Caffeine.newBuilder().maximumSize(100).build();

    public ProfileCache(ProfileDao dao) {
        profiles = Caffeine.newBuilder().maximumSize(1000).build(dao::load);
    }

    public Profile profile(String user) {
        return profiles.get(user);
    }

    public void theme(String user, String theme) {
        profiles.asMap().computeIfPresent(user, (u, p) -> new Profile(u, theme, p.version() + 1));
    }

    public void seen(String user, String device) {
        devices.get(user, u -> ConcurrentHashMap.newKeySet()).add(device);
    }

    public int loginFailed(String user) {
        Integer n = failedLogins.getIfPresent(user); // RACE check-then-act #1
        int now = n == null ? 1 : n + 1;
        failedLogins.put(user, now); // RACE check-then-act #1
        return now;
    }

    public void viewed(String user, String page) {
        List<String> pages = recent.getIfPresent(user); // RACE check-then-act #2
        if (pages == null) { // RACE check-then-act #2
            pages = new ArrayList<>();
            recent.put(user, pages); // RACE check-then-act #2
        }
        pages.add(page); // RACE unsafe-collection #3
    }

    public interface ProfileDao {
        Profile load(String user);
    }
}
