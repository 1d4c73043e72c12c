package com.harbor.web;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers only; the sessions themselves stay with the container. */
public class CountingRegistry implements HttpSessionListener {
    private final AtomicInteger active = new AtomicInteger();
    private final AtomicInteger maxActive = new AtomicInteger();
    private final AtomicLong expired = new AtomicLong();

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        int now = active.incrementAndGet();
        int max = maxActive.get();
        while (now > max && !maxActive.compareAndSet(max, now)) {
            max = maxActive.get();
        }
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        active.decrementAndGet();
        expired.incrementAndGet();
    }

    public int getMaxActive() {
        return maxActive.get();
    }

    public long getExpired() {
        return expired.get();
    }
}
