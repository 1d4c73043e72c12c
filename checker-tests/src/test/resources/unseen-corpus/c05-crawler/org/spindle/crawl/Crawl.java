package org.spindle.crawl;

import java.util.ArrayList;
import java.util.List;

public class Crawl {
  private final Frontier frontier = new Frontier();

  public Result run(PageSource source, List<String> seeds, int threads) throws InterruptedException {
    seeds.forEach(frontier::seed);
    List<CrawlWorker> workers = new ArrayList<>();
    List<Thread> started = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      CrawlWorker w = new CrawlWorker(frontier, source);
      workers.add(w);
      Thread t = new Thread(w, "crawl-" + i);
      t.start();
      started.add(t);
    }
    for (Thread t : started) {
      t.join();
    }
    long bytes = 0;
    List<String> dead = new ArrayList<>();
    for (CrawlWorker w : workers) {
      bytes += w.bytes();
      dead.addAll(w.dead());
    }
    return new Result(frontier.fetchedCount(), bytes, dead);
  }

  public record Result(int fetched, long bytes, List<String> dead) {}
}

interface PageSource {
  Page fetch(String url);

  record Page(String body, List<String> links) {}
}
