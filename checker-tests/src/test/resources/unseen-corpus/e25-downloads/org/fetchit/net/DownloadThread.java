package org.fetchit.net;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;

/** Takes URLs until it is interrupted. */
public class DownloadThread extends Thread {
  private static long grandTotal;
  private static int started;
  private final BlockingQueue<String> urls;
  private final DownloadSummary summary;
  private final Map<String, Integer> perHost = new HashMap<>();
  private long bytes;
  private int failures;

  public DownloadThread(BlockingQueue<String> urls, DownloadSummary summary) {
    this.urls = urls;
    this.summary = summary;
    synchronized (DownloadThread.class) {
      started++;
    }
  }

  @Override
  public void run() {
    try {
      while (true) {
        String url = urls.take();
        int n = url.length() * 10;
        bytes += n;
        grandTotal += n; // RACE rmw
        String host = url.split("/")[0];
        perHost.put(host, perHost.getOrDefault(host, 0) + 1);
        if (n == 0) {
          failures++;
          summary.failed(url);
        }
        summary.seen(host);
      }
    } catch (InterruptedException e) {
      summary.add(bytes, failures);
    }
  }

  static long grandTotal() {
    return grandTotal;
  }
}
