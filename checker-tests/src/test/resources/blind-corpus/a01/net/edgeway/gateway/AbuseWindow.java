package net.edgeway.gateway;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Requests of the last few seconds, by client. */
final class AbuseWindow {
  private final Map<String, Deque<Long>> hits = new ConcurrentHashMap<>();
  private final long width;
  private final int most;

  AbuseWindow(long width, int most) {
    this.width = width;
    this.most = most;
  }

  boolean record(String client, long now) {
    boolean[] admitted = {false};
    hits.compute(client, (key, old) -> {
      Deque<Long> q = old == null ? new ArrayDeque<>() : old;
      while (!q.isEmpty() && q.peekFirst() < now - width) {
        q.pollFirst();
      }
      if (q.size() < most) {
        q.addLast(now);
        admitted[0] = true;
      }
      return q;
    });
    return admitted[0];
  }
}
