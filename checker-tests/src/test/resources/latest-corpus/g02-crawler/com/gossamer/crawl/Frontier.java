package com.gossamer.crawl;

import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Links still to be fetched and links already seen. Shared by all fetchers. */
class Frontier {
    private final BlockingQueue<String> pending = new LinkedBlockingQueue<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Set<String> rejected = new HashSet<>();
    private final Map<String, Integer> perHost = new ConcurrentHashMap<>();
    private final int hostLimit;

    Frontier(int hostLimit) {
        this.hostLimit = hostLimit;
    }

    void offer(String url) {
        if (!url.startsWith("http")) {
            rejected.add(url); // RACE unguarded-collection #1
            return;
        }
        String host = URI.create(url).getHost();
        int n = perHost.merge(host, 1, Integer::sum);
        if (n > hostLimit) {
            return;
        }
        if (seen.add(url)) {
            pending.add(url);
        }
    }

    String next() throws InterruptedException {
        return pending.poll(3, TimeUnit.SECONDS);
    }

    int rejectedCount() {
        return rejected.size();
    }
}
