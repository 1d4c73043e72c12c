package com.spinnaker.crawl;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;

interface Site {
  List<String> links(String url);
}

/** One of several crawlers that drain the same frontier. */
class CrawlerThread extends Thread {
  private static int active;
  private static long pages;
  private static final Object PAGES_LOCK = new Object();

  private final BlockingQueue<String> frontier;
  private final Site site;
  private final List<String> visited = new ArrayList<>();
  private int depth;

  CrawlerThread(BlockingQueue<String> frontier, Site site, int number) {
    super("crawler-" + number);
    this.frontier = frontier;
    this.site = site;
  }

  @Override
  public void run() {
    active++; // RACE rmw #1
    try {
      for (String url = frontier.poll(); url != null; url = frontier.poll()) {
        visited.add(url);
        depth++;
        frontier.addAll(site.links(url));
        countPage();
      }
    } finally {
      active--; // RACE rmw #1
    }
  }

  private static void countPage() {
    synchronized (PAGES_LOCK) {
      pages++;
    }
  }

  static List<CrawlerThread> crawl(BlockingQueue<String> frontier, Site site, int threads)
      throws InterruptedException {
    List<CrawlerThread> crawlers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      crawlers.add(new CrawlerThread(frontier, site, i));
    }
    crawlers.forEach(Thread::start);
    for (CrawlerThread crawler : crawlers) {
      crawler.join();
    }
    return crawlers;
  }

  static String status() {
    synchronized (PAGES_LOCK) {
      return active + " active, " + pages + " pages";
    }
  }

  int depth() {
    return depth;
  }
}
