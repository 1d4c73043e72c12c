package org.spindle.crawl;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** One crawling thread. */
class CrawlWorker implements Runnable {
  private final Frontier frontier;
  private final PageSource source;
  private final List<String> dead = new ArrayList<>();
  private long bytes;
  private int depthLimitHits;

  CrawlWorker(Frontier frontier, PageSource source) {
    this.frontier = frontier;
    this.source = source;
  }

  @Override
  public void run() {
    try {
      for (String url; (url = frontier.take()) != null;) {
        visit(url);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void visit(String url) throws InterruptedException {
    String host = URI.create(url).getHost();
    Thread.sleep(frontier.reserve(host, System.currentTimeMillis()));
    PageSource.Page page = source.fetch(url);
    if (page == null) {
      dead.add(url);
      return;
    }
    frontier.fetched();
    bytes += page.body().length();
    for (String link : page.links()) {
      if (link.length() > 2000) {
        depthLimitHits++;
      } else {
        frontier.offer(link);
      }
    }
  }

  long bytes() {
    return bytes;
  }

  List<String> dead() {
    return dead;
  }
}
