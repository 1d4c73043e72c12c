package org.spinneret.crawl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;

/** Command line crawler: numbered threads, a frontier, and a report when the VM goes down. */
public final class Crawler implements ThreadFactory, Thread.UncaughtExceptionHandler {
  private final BlockingQueue<String> frontier = new LinkedBlockingQueue<>();
  private final Set<String> known = new HashSet<>();
  private final List<Throwable> crashes = new ArrayList<>();
  private int threads;
  private int restarts;
  private int fetched;
  private long bytes;

  public static void main(String[] args) {
    Crawler c = new Crawler();
    c.install();
    for (String url : args) {
      c.discover(url);
    }
    for (int i = 0; i < 8; i++) {
      c.newThread(c::work).start();
    }
  }

  private void install() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      synchronized (this) {
        bytes += frontier.size();
        System.out.println(bytes + " bytes");
      }
      System.out.println(fetched + " pages");
    }));
  }

  @Override
  public Thread newThread(Runnable r) {
    Thread t = new Thread(r, "crawler-" + nextNumber());
    t.setUncaughtExceptionHandler(this);
    return t;
  }

  private synchronized int nextNumber() {
    return ++threads;
  }

  @Override
  public void uncaughtException(Thread t, Throwable e) {
    crashes.add(e); // RACE unsafe-collection
    restarts++; // RACE rmw
    newThread(this::work).start();
  }

  private void discover(String url) {
    boolean fresh;
    synchronized (known) {
      fresh = !known.contains(url);
      if (fresh) {
        known.add(url);
      }
    }
    if (fresh) {
      frontier.add(url);
    }
  }

  private void work() {
    PageParser parser = new PageParser();
    while (true) {
      try {
        String url = frontier.take();
        String page = parser.fetch(url);
        fetched++; // RACE rmw
        synchronized (this) {
          bytes += page.length();
        }
        parser.links(page).forEach(this::discover);
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
