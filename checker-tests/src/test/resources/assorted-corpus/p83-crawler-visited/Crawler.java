package org.spiderling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Phaser;
import java.util.function.Function;

public class Crawler {
    private final Set<String> visited = Collections.synchronizedSet(new HashSet<>());
    private final Set<String> hosts = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> depth = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<String> frontier = new LinkedBlockingQueue<>();
    private final Map<String, List<String>> backLinks = Collections.synchronizedMap(new HashMap<>());
    private final Phaser phaser = new Phaser(1);
    private final ExecutorService pool;
    private final Function<String, List<String>> links;
    private int pages;

    public Crawler(ExecutorService pool, Function<String, List<String>> links) {
        this.pool = pool;
        this.links = links;
    }

    public int crawl(String seed) {
        depth.put(seed, 0);
        visit(seed);
        phaser.arriveAndAwaitAdvance();
        return pages;
    }

    private void visit(String url) {
        if (visited.contains(url)) { // RACE check-then-act #1
            return;
        }
        visited.add(url); // RACE check-then-act #1
        phaser.register();
        pool.submit(() -> {
            try {
                fetch(url);
            } finally {
                phaser.arriveAndDeregister();
            }
        });
    }

    private void fetch(String url) {
        pages++; // RACE rmw
        if (hosts.add(host(url))) {
            frontier.offer(url);
        }
        int d = depth.getOrDefault(url, 0);
        if (d > 5) {
            return;
        }
        for (String l : links.apply(url)) {
            depth.merge(l, d + 1, Math::min);
            List<String> back = backLinks.computeIfAbsent(l, k -> new ArrayList<>());
            back.add(url); // RACE unsafe-collection
            synchronized (backLinks) {
                backLinks.computeIfAbsent(host(l), k -> Collections.synchronizedList(new ArrayList<>()));
            }
            visit(l);
        }
    }

    private static String host(String url) {
        int i = url.indexOf('/', 8);
        return i < 0 ? url : url.substring(0, i);
    }

    public Set<String> hosts() {
        return hosts;
    }
}
