package org.spindle.crawl;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The addresses still to visit. */
class Frontier {
  private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Long> nextVisit = new HashMap<>();
  private final Object visits = new Object();
  private int fetched;

  void seed(String url) {
    queue.add(url);
  }

  void offer(String url) {
    if (seen.add(url)) { // RACE unsafe-collection
      queue.add(url);
    }
  }

  String take() throws InterruptedException {
    return queue.poll(2, TimeUnit.SECONDS);
  }

  /** Books the next slot of a host and returns how long to wait for it. */
  long reserve(String host, long now) {
    synchronized (visits) {
      Long slot = nextVisit.get(host);
      long at = slot == null ? now : Math.max(now, slot);
      nextVisit.put(host, at + 1000);
      return at - now;
    }
  }

  void fetched() {
    fetched++; // RACE rmw
  }

  int fetchedCount() {
    return fetched;
  }
}
