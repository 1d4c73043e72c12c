package web.tern;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** State of the request which the current thread serves. */
final class RequestContext {
  private static final ThreadLocal<RequestContext> CURRENT = ThreadLocal.withInitial(RequestContext::new);
  private static final ThreadLocal<int[]> DEPTH = ThreadLocal.withInitial(() -> new int[1]);

  private final Map<String, String> attributes = new HashMap<>();
  private final Deque<String> scopes = new ArrayDeque<>();
  private final List<String> warnings = new ArrayList<>();
  private int queries;
  private long queryNanos;

  static RequestContext current() {
    return CURRENT.get();
  }

  static void enter(String scope) {
    DEPTH.get()[0]++;
    current().scopes.push(scope);
  }

  static void exit() {
    current().scopes.pop();
    if (--DEPTH.get()[0] == 0) {
      CURRENT.remove();
    }
  }

  void attribute(String k, String v) {
    if (!attributes.containsKey(k)) {
      attributes.put(k, v);
    }
  }

  void queried(long nanos) {
    queries++;
    queryNanos += nanos;
    if (queries > 100 && warnings.isEmpty()) {
      warnings.add("chatty request: " + queries + " queries, " + queryNanos + " ns");
    }
  }

  List<String> warnings() {
    return warnings;
  }
}
