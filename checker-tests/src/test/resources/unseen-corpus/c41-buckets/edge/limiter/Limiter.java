package edge.limiter;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** One bucket per caller. */
class Limiter {
  private final ConcurrentMap<String, Bucket> byCaller = new ConcurrentHashMap<>();
  private final Map<String, Bucket> byRoute = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Integer> refusals = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Bucket> byNetwork = new ConcurrentHashMap<>();
  private Bucket anonymous;
  private volatile Bucket internal;

  boolean allow(String caller, long now) {
    Bucket b = byCaller.get(caller); // RACE check-then-act #1
    if (b == null) {
      b = new Bucket();
      byCaller.putIfAbsent(caller, b); // RACE check-then-act #1
    }
    boolean ok = b.take(now, 10);
    if (!ok) {
      refuse(caller);
    }
    return ok;
  }

  private void refuse(String caller) {
    for (;;) {
      Integer n = refusals.putIfAbsent(caller, 1);
      if (n == null || refusals.replace(caller, n, n + 1)) {
        return;
      }
    }
  }

  boolean allowRoute(String route, long now) {
    return byRoute.computeIfAbsent(route, r -> new Bucket()).take(now, 1000);
  }

  boolean allowNetwork(String net, long now) {
    byNetwork.putIfAbsent(net, new Bucket());
    return byNetwork.get(net).take(now, 100);
  }

  /** Callers without a key share a bucket, made when the first of them comes. */
  boolean allowAnonymous(long now) {
    if (anonymous == null) { // RACE check-then-act #2
      anonymous = new Bucket(); // RACE check-then-act #2
    }
    return anonymous.take(now, 50);
  }

  boolean allowInternal(long now) {
    if (internal == null) {
      synchronized (this) {
        if (internal == null) {
          internal = new Bucket();
        }
      }
    }
    return internal.take(now, 5000);
  }
}
