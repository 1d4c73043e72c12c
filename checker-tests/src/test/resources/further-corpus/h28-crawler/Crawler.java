package crawler;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;

public class Crawler {

    public interface Fetcher {
        String fetch(URI uri) throws Exception;
    }

    private final Fetcher fetcher;
    private final ExecutorService pool;
    private final Phaser pending = new Phaser(1);
    private final Set<URI> visited = ConcurrentHashMap.newKeySet();
    private final Set<String> hosts = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> perHost = new ConcurrentHashMap<>();
    private final ConcurrentLinkedDeque<String> failures = new ConcurrentLinkedDeque<>();
    private final int maxPerHost;
    private final List<String> robots = new ArrayList<>();

    public Crawler(Fetcher fetcher, int threads, int maxPerHost) {
        this.fetcher = fetcher;
        this.pool = Executors.newFixedThreadPool(threads);
        this.maxPerHost = maxPerHost;
    }

    public int crawl(URI start) {
        enqueue(start, 0);
        pending.arriveAndAwaitAdvance();
        pool.shutdown();
        int total = 0;
        for (AtomicInteger n : perHost.values()) {
            total += n.get();
        }
        return total;
    }

    private void enqueue(URI uri, int depth) {
        if (depth > 5 || visited.contains(uri)) { // RACE check-then-act #1
            return;
        }
        visited.add(uri); // RACE check-then-act #1
        pending.register();
        pool.execute(() -> {
            try {
                visit(uri, depth);
            } finally {
                pending.arriveAndDeregister();
            }
        });
    }

    private void visit(URI uri, int depth) {
        String host = uri.getHost();
        if (hosts.add(host)) {
            readRobots(host);
        }
        int n = perHost.computeIfAbsent(host, h -> new AtomicInteger()).incrementAndGet();
        if (n > maxPerHost) {
            return;
        }
        try {
            String page = fetcher.fetch(uri);
            for (URI link : links(uri, page)) {
                enqueue(link, depth + 1);
            }
        } catch (Exception e) {
            failures.add(uri + ": " + e);
            while (failures.size() > 100) { // MAYBE
                failures.pollFirst();
            }
        }
    }

    private void readRobots(String host) {
        synchronized (robots) {
            if (!robots.contains(host)) {
                robots.add(host);
            }
        }
    }

    private static Set<URI> links(URI base, String page) {
        Set<URI> found = new HashSet<>();
        int at = 0;
        while ((at = page.indexOf("href=\"", at)) >= 0) {
            int end = page.indexOf('"', at + 6);
            if (end < 0) {
                break;
            }
            URI link = base.resolve(page.substring(at + 6, end));
            if (!found.contains(link)) {
                found.add(link);
            }
            at = end;
        }
        return found;
    }
}
