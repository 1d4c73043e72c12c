package org.fetchit.net;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

public class DownloadSummary {
  private final List<String> failed = new ArrayList<>();
  private final Set<String> hosts = new HashSet<>();
  private long bytes;
  private int failures;

  synchronized void add(long b, int f) {
    bytes += b;
    failures += f;
  }

  void failed(String url) {
    failed.add(url); // RACE unsafe-collection
  }

  void seen(String host) {
    synchronized (hosts) {
      hosts.add(host);
    }
  }

  synchronized String text() {
    return bytes + " bytes, " + failures + " failures";
  }
}
