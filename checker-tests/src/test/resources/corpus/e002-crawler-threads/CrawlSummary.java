package com.spinnaker.crawl;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;

/** Puts the crawlers' results together when they have all come home. */
class CrawlSummary {
  private final Map<String, Integer> depthByThread = new TreeMap<>();
  private int deepest;

  void run(BlockingQueue<String> frontier, Site site) throws InterruptedException {
    List<CrawlerThread> crawlers = CrawlerThread.crawl(frontier, site, 8);
    for (CrawlerThread crawler : crawlers) {
      depthByThread.put(crawler.getName(), crawler.depth());
      deepest = Math.max(deepest, crawler.depth());
    }
  }

  @Override
  public String toString() {
    return depthByThread + " deepest " + deepest;
  }
}
