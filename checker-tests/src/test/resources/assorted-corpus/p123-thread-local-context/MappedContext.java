package org.timber.mdc;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Diagnostic context per thread; copied when work is handed to another thread. */
public final class MappedContext {
  private static final ThreadLocal<Map<String, String>> MAP = new ThreadLocal<>();
  private static final ThreadLocal<Deque<String>> STACK = ThreadLocal.withInitial(ArrayDeque::new);
  private static final ThreadLocal<int[]> DEPTH = ThreadLocal.withInitial(() -> new int[1]);
  private static final AtomicLong COPIES = new AtomicLong();

  private MappedContext() {}

  public static void put(String key, String value) {
    Map<String, String> m = MAP.get();
    if (m == null) {
      m = new HashMap<>();
      MAP.set(m);
    }
    m.put(key, value);
  }

  public static void putCopying(String key, String value) {
    Map<String, String> old = MAP.get();
    Map<String, String> copy = old == null ? new HashMap<>() : new HashMap<>(old);
    copy.put(key, value);
    MAP.set(copy);
    COPIES.incrementAndGet();
  }

  public static void count(String key) {
    Map<String, String> m = MAP.get();
    if (m != null) {
      int n = Integer.parseInt(m.getOrDefault(key, "0"));
      m.put(key, String.valueOf(n + 1));
    }
  }

  public static void push(String s) {
    STACK.get().push(s);
    DEPTH.get()[0]++;
  }

  public static String pop() {
    Deque<String> d = STACK.get();
    if (d.isEmpty()) {
      return "";
    }
    DEPTH.get()[0]--;
    return d.pop();
  }

  public static Map<String, String> snapshot() {
    Map<String, String> m = MAP.get();
    return m == null ? Collections.emptyMap() : new HashMap<>(m);
  }

  public static <T> Callable<T> wrap(Callable<T> task) {
    Map<String, String> captured = snapshot();
    return () -> {
      Map<String, String> before = MAP.get();
      MAP.set(new HashMap<>(captured));
      try {
        return task.call();
      } finally {
        MAP.set(before);
      }
    };
  }

  public static <T> Future<T> submit(ExecutorService pool, Callable<T> task) {
    return pool.submit(wrap(task));
  }
}
