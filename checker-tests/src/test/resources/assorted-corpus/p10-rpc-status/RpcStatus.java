package com.zebra.rpc;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Invocation statistics per method; the active count also limits concurrency. */
public class RpcStatus {
    private static final ConcurrentMap<String, ConcurrentMap<String, RpcStatus>> METHODS =
            new ConcurrentHashMap<String, ConcurrentMap<String, RpcStatus>>();

    private final AtomicInteger active = new AtomicInteger();
    private final AtomicLong total = new AtomicLong();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicLong totalElapsed = new AtomicLong();
    private final AtomicLong maxElapsed = new AtomicLong();
    private final AtomicLong failedMaxElapsed = new AtomicLong();
    private volatile int rejected;

    private RpcStatus() {
    }

    public static RpcStatus getStatus(String uri, String method) {
        ConcurrentMap<String, RpcStatus> map = METHODS.get(uri);
        if (map == null) {
            METHODS.putIfAbsent(uri, new ConcurrentHashMap<String, RpcStatus>());
            map = METHODS.get(uri);
        }
        RpcStatus status = map.get(method);
        if (status == null) {
            map.putIfAbsent(method, new RpcStatus());
            status = map.get(method);
        }
        return status;
    }

    public static boolean beginCount(String uri, String method, int max) {
        RpcStatus s = getStatus(uri, method);
        for (int i; ; ) {
            i = s.active.get();
            if (i == Integer.MAX_VALUE || i + 1 > max) {
                s.rejected++; // RACE rmw
                return false;
            }
            if (s.active.compareAndSet(i, i + 1)) {
                return true;
            }
        }
    }

    public static void endCount(String uri, String method, long elapsed, boolean succeeded) {
        RpcStatus s = getStatus(uri, method);
        s.active.decrementAndGet();
        s.total.incrementAndGet();
        s.totalElapsed.addAndGet(elapsed);
        if (s.maxElapsed.get() < elapsed) { // RACE atomic-compound #1
            s.maxElapsed.set(elapsed); // RACE atomic-compound #1
        }
        if (!succeeded) {
            s.failed.incrementAndGet();
            s.failedMaxElapsed.accumulateAndGet(elapsed, Math::max);
        }
    }

    public long getAverageElapsed() {
        long t = total.get();
        return t == 0 ? 0 : totalElapsed.get() / t;
    }

    public int getActive() {
        return active.get();
    }

    public int getRejected() {
        return rejected;
    }

    public long getMaxElapsed() {
        return maxElapsed.get();
    }
}
