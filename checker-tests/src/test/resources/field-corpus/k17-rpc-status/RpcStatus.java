package k17;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Running calls of a remote method, for the limit filters. */
public class RpcStatus {

    private static final ConcurrentMap<String, RpcStatus> SERVICE_STATISTICS = new ConcurrentHashMap<>();

    private final AtomicInteger active = new AtomicInteger();
    private final AtomicLong total = new AtomicLong();
    private final AtomicLong maxElapsed = new AtomicLong();

    private RpcStatus() {}

    public static RpcStatus getStatus(String uri) {
        RpcStatus status = SERVICE_STATISTICS.get(uri);
        if (status == null) {
            SERVICE_STATISTICS.putIfAbsent(uri, new RpcStatus());
            status = SERVICE_STATISTICS.get(uri);
        }
        return status;
    }

    public static boolean beginCount(String uri, int max) {
        max = (max <= 0) ? Integer.MAX_VALUE : max;
        RpcStatus s = getStatus(uri);
        if (s.active.get() == Integer.MAX_VALUE) {
            return false;
        }
        for (int i; ; ) {
            i = s.active.get();
            if (i == Integer.MAX_VALUE || i + 1 > max) {
                return false;
            }
            if (s.active.compareAndSet(i, i + 1)) {
                break;
            }
        }
        return true;
    }

    public static void endCount(String uri, long elapsed) {
        RpcStatus s = getStatus(uri);
        s.active.decrementAndGet();
        s.total.incrementAndGet();
        if (s.maxElapsed.get() < elapsed) { // RACE atomic-compound #1
            s.maxElapsed.set(elapsed); // RACE atomic-compound #1
        }
    }

    int active() {
        return active.get();
    }

    void forceBegin() {
        active.incrementAndGet();
    }
}
