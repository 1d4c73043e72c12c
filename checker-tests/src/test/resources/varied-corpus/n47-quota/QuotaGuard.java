package cloud.quota;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Byte quota per project. All API threads ask here before they store something. */
public class QuotaGuard {
    private final Map<String, AtomicLong> used = new ConcurrentHashMap<>();
    private final long limit;

    public QuotaGuard(long limit) {
        this.limit = limit;
    }

    public boolean reserve(String project, long bytes) {
        AtomicLong u = used.computeIfAbsent(project, p -> new AtomicLong());
        if (u.get() + bytes > limit) { // RACE atomic-compound #1
            return false;
        }
        u.addAndGet(bytes); // RACE atomic-compound #1
        return true;
    }

    public boolean reserveAtMost(String project, long bytes) {
        AtomicLong u = used.computeIfAbsent(project, p -> new AtomicLong());
        if (u.addAndGet(bytes) > limit) {
            u.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    public boolean reserveExactly(String project, long bytes) {
        AtomicLong u = used.computeIfAbsent(project, p -> new AtomicLong());
        long before = u.getAndUpdate(n -> n + bytes > limit ? n : n + bytes);
        return before + bytes <= limit;
    }

    public void release(String project, long bytes) {
        AtomicLong u = used.get(project);
        if (u != null) {
            u.addAndGet(-bytes);
        }
    }

    public void releaseFloor(String project, long bytes) {
        AtomicLong u = used.get(project);
        if (u == null) {
            return;
        }
        long left = u.addAndGet(-bytes); // RACE atomic-compound #2
        if (left < 0) { // RACE atomic-compound #2
            u.set(0); // RACE atomic-compound #2
        }
    }
}
