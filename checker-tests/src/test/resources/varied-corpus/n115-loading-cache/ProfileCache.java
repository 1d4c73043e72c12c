package social.profiles;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import com.google.common.cache.RemovalNotification;
import com.google.common.util.concurrent.Striped;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;

/** Profiles by user id; called by every web thread. */
public class ProfileCache {
    static final class Profile {
        final long id;
        private int visits;
        private String status = "";

        Profile(long id) {
            this.id = id;
        }

        int visits() {
            return visits;
        }

        String status() {
            return status;
        }
    }

    private final Striped<Lock> locks = Striped.lock(64);
    private final AtomicLong evicted = new AtomicLong();
    private long loads;
    private final TreeMap<Long, Long> loadTimes = new TreeMap<>();

    private final LoadingCache<Long, Profile> profiles = CacheBuilder.newBuilder()
            .maximumSize(5000)
            .expireAfterAccess(10, TimeUnit.MINUTES)
            .removalListener((RemovalNotification<Long, Profile> n) -> evicted.incrementAndGet())
            .build(new CacheLoader<>() {
                @Override
                public Profile load(Long id) {
                    loads++; // RACE rmw
                    synchronized (loadTimes) {
                        loadTimes.put(id, System.nanoTime());
                        if (loadTimes.size() > 100) {
                            loadTimes.pollFirstEntry();
                        }
                    }
                    return new Profile(id);
                }
            });

    public void visit(long id) {
        Profile p = profiles.getUnchecked(id);
        Lock l = locks.get(id);
        l.lock();
        try {
            p.visits++;
        } finally {
            l.unlock();
        }
    }

    public void say(long id, String words) {
        Profile p = profiles.getUnchecked(id);
        Lock l = locks.get(p.id);
        l.lock();
        try {
            p.status += words;
            if (p.status.length() > 140) {
                p.status = p.status.substring(p.status.length() - 140);
            }
        } finally {
            l.unlock();
        }
    }

    public long loads() {
        return loads;
    }
}
