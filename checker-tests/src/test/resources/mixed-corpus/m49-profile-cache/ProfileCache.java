package profiles;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import com.google.common.collect.ConcurrentHashMultiset;
import com.google.common.collect.HashMultimap;
import com.google.common.collect.Multimap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Multiset;
import com.google.common.collect.SetMultimap;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Repository;

/** Caches user profiles in front of the directory service. */
@Repository
public class ProfileCache {

    private final Cache<String, Profile> profiles =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(10)).build();
    private final LoadingCache<String, Long> logins =
            CacheBuilder.newBuilder().maximumSize(50_000).build(CacheLoader.from(k -> 0L));
    private final Multiset<String> misses = ConcurrentHashMultiset.create();
    private final SetMultimap<String, String> groups = Multimaps.synchronizedSetMultimap(HashMultimap.create());
    private final Multimap<String, String> devices = HashMultimap.create();
    private final Function<String, Profile> directory;

    public ProfileCache(Function<String, Profile> directory) {
        this.directory = directory;
    }

    public Profile get(String user) {
        return profiles.get(user, u -> {
            misses.add(u);
            return directory.apply(u);
        });
    }

    public Optional<Profile> rename(String user, String displayName) {
        return Optional.ofNullable(
                profiles.asMap().computeIfPresent(user, (u, p) -> new Profile(u, displayName, p.score())));
    }

    public void addScore(String user, int points) {
        Profile p = profiles.getIfPresent(user);
        if (p != null) {
            profiles.put(user, new Profile(user, p.displayName(), p.score() + points)); // RACE check-then-act #1
        }
    }

    public void onLogin(String user, String device) {
        long n = logins.getUnchecked(user);
        logins.put(user, n + 1); // RACE check-then-act #2
        devices.put(user, device); // RACE unsafe-collection #3
    }

    public void joinGroup(String group, String user) {
        groups.put(group, user);
    }

    public boolean leaveGroup(String group, String user) {
        return groups.remove(group, user);
    }

    /** Renames a group. */
    public void renameGroup(String from, String to) {
        synchronized (groups) {
            groups.putAll(to, groups.removeAll(from));
        }
    }

    public long resetLogins(String user) {
        Long old = logins.asMap().replace(user, 0L);
        return old == null ? 0 : old;
    }

    public int misses(String user) {
        return misses.count(user);
    }

    /** A profile. */
    public record Profile(String user, String displayName, int score) {
    }
}
