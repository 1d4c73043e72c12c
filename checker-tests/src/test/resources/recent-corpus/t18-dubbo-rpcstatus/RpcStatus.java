package org.example.dubbo.rpc;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** URL statistics, shared by all consumer threads. */
public class RpcStatus {

    private static final ConcurrentMap<String, RpcStatus> SERVICE_STATISTICS = new ConcurrentHashMap<String, RpcStatus>();
    private static final ConcurrentMap<String, ConcurrentMap<String, RpcStatus>> METHOD_STATISTICS =
            new ConcurrentHashMap<String, ConcurrentMap<String, RpcStatus>>();

    private final AtomicInteger active = new AtomicInteger();
    private final AtomicLong total = new AtomicLong();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicLong maxElapsed = new AtomicLong();
    private final AtomicLong failedMaxElapsed = new AtomicLong();

    private RpcStatus() {
    }

    public static RpcStatus getStatus(String uri) {
        RpcStatus status = SERVICE_STATISTICS.get(uri);
        if (status == null) {
            SERVICE_STATISTICS.putIfAbsent(uri, new RpcStatus());
            status = SERVICE_STATISTICS.get(uri);
        }
        return status;
    }

    public static RpcStatus getStatus(String uri, String methodName) {
        ConcurrentMap<String, RpcStatus> map = METHOD_STATISTICS.get(uri);
        if (map == null) {
            METHOD_STATISTICS.putIfAbsent(uri, new ConcurrentHashMap<String, RpcStatus>());
            map = METHOD_STATISTICS.get(uri);
        }
        RpcStatus status = map.get(methodName); // RACE check-then-act #1
        if (status == null) {
            status = new RpcStatus();
            map.put(methodName, status); // RACE check-then-act #1
        }
        return status;
    }

    public static boolean beginCount(String uri, String methodName, int max) {
        RpcStatus methodStatus = getStatus(uri, methodName);
        for (int i; ; ) {
            i = methodStatus.active.get();
            if (i + 1 > max) {
                return false;
            }
            if (methodStatus.active.compareAndSet(i, i + 1)) {
                break;
            }
        }
        getStatus(uri).active.incrementAndGet();
        return true;
    }

    public static void endCount(String uri, String methodName, long elapsed, boolean succeeded) {
        endCount(getStatus(uri), elapsed, succeeded);
        endCount(getStatus(uri, methodName), elapsed, succeeded);
    }

    private static void endCount(RpcStatus status, long elapsed, boolean succeeded) {
        status.active.decrementAndGet();
        status.total.incrementAndGet();
        if (status.maxElapsed.get() < elapsed) { // RACE atomic-compound #2
            status.maxElapsed.set(elapsed); // RACE atomic-compound #2
        }
        if (!succeeded) {
            status.failed.incrementAndGet();
            status.failedMaxElapsed.accumulateAndGet(elapsed, Math::max);
        }
    }

    public int getActive() {
        return active.get();
    }
}
