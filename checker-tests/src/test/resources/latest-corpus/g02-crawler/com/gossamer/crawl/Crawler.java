package com.gossamer.crawl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class Crawler {
    private final PageSource source;
    private final int threads;

    public Crawler(PageSource source, int threads) {
        this.source = source;
        this.threads = threads;
    }

    /** Crawls from the seeds until nothing new turns up. */
    public String crawl(Collection<String> seeds) throws InterruptedException {
        Frontier frontier = new Frontier(500);
        CrawlStats stats = new CrawlStats();
        seeds.forEach(frontier::offer);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<FetchReport>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            running.add(pool.submit(new Fetcher(frontier, source, stats)));
        }
        long bytes = 0;
        int failures = 0;
        for (Future<FetchReport> f : running) {
            try {
                FetchReport r = f.get();
                bytes += r.bytes();
                failures += r.failures().size();
            } catch (ExecutionException e) {
                failures++;
            }
        }
        pool.shutdown();
        return stats.summary() + ", " + bytes + " bytes, " + failures + " errors, "
                + frontier.rejectedCount() + " rejected";
    }
}
