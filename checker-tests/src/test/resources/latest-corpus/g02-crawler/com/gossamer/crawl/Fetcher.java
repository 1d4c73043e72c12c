package com.gossamer.crawl;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** One fetching thread. */
class Fetcher implements Callable<FetchReport> {
    private final Frontier frontier;
    private final PageSource source;
    private final CrawlStats stats;
    private int pages;
    private long bytes;

    Fetcher(Frontier frontier, PageSource source, CrawlStats stats) {
        this.frontier = frontier;
        this.source = source;
        this.stats = stats;
    }

    @Override
    public FetchReport call() throws Exception {
        List<String> failures = new ArrayList<>();
        String url;
        while ((url = frontier.next()) != null) {
            try {
                String body = source.load(url);
                pages++;
                bytes += body.length();
                stats.page(body.length());
                for (String link : source.links(body)) {
                    frontier.offer(link);
                }
            } catch (IOException e) {
                failures.add(url + ": " + e.getMessage());
                stats.failed();
            }
        }
        return new FetchReport(pages, bytes, failures);
    }
}
