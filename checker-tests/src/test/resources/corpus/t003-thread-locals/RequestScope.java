package com.portalgate.scope;

import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/** What belongs to the request that the current thread works on. */
class RequestScope {
  /** Mutable, but of one thread. */
  static final class Scope {
    private final Map<String, String> attributes = new HashMap<>();
    private int queries;
    private long nanos;

    void query(long took) {
      queries++;
      nanos += took;
    }
  }

  private static final List<String> SHARED_TRACE = new ArrayList<>();
  private static final Scope FALLBACK = new Scope();

  private static final ThreadLocal<Scope> CURRENT = ThreadLocal.withInitial(Scope::new);
  private static final ThreadLocal<SimpleDateFormat> FORMAT =
      ThreadLocal.withInitial(() -> new SimpleDateFormat("yyyy-MM-dd"));
  private static final ThreadLocal<int[]> DEPTH =
      new ThreadLocal<>() {
        @Override
        protected int[] initialValue() {
          return new int[1];
        }
      };

  /** Each thread has its own variable, and all variables have the same list. */
  private static final ThreadLocal<List<String>> TRACE =
      ThreadLocal.withInitial(() -> SHARED_TRACE);

  static void query(long took) {
    CURRENT.get().query(took);
    Scope scope = CURRENT.get();
    scope.attributes.put("last", String.valueOf(took));
    scope.nanos += 1;
  }

  static void enter() {
    DEPTH.get()[0]++;
    TRACE.get().add("enter"); // RACE unsafe-collection
  }

  static void leave() {
    int[] depth = DEPTH.get();
    if (depth[0] > 0) {
      depth[0]--;
    }
    if (depth[0] == 0) {
      CURRENT.remove();
    }
  }

  static String today() {
    SimpleDateFormat format = FORMAT.get();
    format.setLenient(false);
    return format.format(new Date());
  }

  /** The fallback is one for all threads. */
  static void background(long took) {
    FALLBACK.queries++; // RACE rmw
    FALLBACK.nanos += took; // RACE rmw
  }

  static void serve(ExecutorService web, int requests) {
    for (int i = 0; i < requests; i++) {
      long took = i;
      web.execute(
          () -> {
            enter();
            query(took);
            today();
            background(took);
            leave();
          });
    }
  }
}
