package org.fetchit.net;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

public class Downloader {
  private final LinkedBlockingQueue<String> urls = new LinkedBlockingQueue<>();

  public String run(List<String> input, int threads) throws InterruptedException {
    DownloadSummary summary = new DownloadSummary();
    List<DownloadThread> pool = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      DownloadThread t = new DownloadThread(urls, summary);
      pool.add(t);
      t.start();
    }
    int offered = 0;
    for (String u : input) {
      urls.put(u);
      offered++;
    }
    while (!urls.isEmpty()) {
      Thread.sleep(20);
    }
    for (DownloadThread t : pool) {
      t.interrupt();
    }
    for (DownloadThread t : pool) {
      t.join();
    }
    return offered + ": " + summary.text();
  }
}
