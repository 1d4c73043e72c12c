package org.spinneret.crawl;

import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Runs the fetchers. */
public class Crawler {

    private final Frontier frontier = new Frontier();
    private final AtomicLong pages = new AtomicLong();
    private final Function<URI, List<URI>> fetcher;
    private volatile boolean stopped;
    private int deepest;

    public Crawler(Function<URI, List<URI>> fetcher) {
        this.fetcher = fetcher;
    }

    public void crawl(List<URI> seeds, int workers) {
        seeds.forEach(s -> frontier.offer(s, 0));
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        for (int i = 0; i < workers; i++) {
            pool.submit(() -> {
                int level = 1;
                while (!stopped) {
                    level = work(level);
                }
                return null;
            });
        }
        pool.shutdown();
    }

    private int work(int level) throws InterruptedException {
        Frontier.HostQueue host = frontier.takeHost();
        int next = level;
        try {
            URI u = host.next();
            if (u == null || frontier.isBanned(host.host)) {
                return next;
            }
            try {
                for (URI link : fetcher.apply(u)) {
                    if (link.getHost() == null) {
                        continue;
                    }
                    if ("ftp".equals(link.getScheme())) {
                        frontier.strike(link.getHost());
                    }
                    frontier.offer(link, level);
                }
                host.success();
                pages.incrementAndGet();
                next++;
                deepest = Math.max(deepest, next); // RACE rmw
            } catch (RuntimeException e) {
                host.failure(u);
                frontier.strike(host.host);
            }
        } finally {
            frontier.giveBack(host);
        }
        return next;
    }

    public void stop() {
        stopped = true;
    }

    public String progress() {
        return pages.get() + " pages, " + deepest + " levels";
    }
}
