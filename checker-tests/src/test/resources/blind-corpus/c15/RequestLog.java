package net.sumup.locals;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Diagnostics that travel with the thread. */
final class RequestLog {
  private static final ThreadLocal<List<String>> LINES = ThreadLocal.withInitial(ArrayList::new);
  private static final NumberFormat SHARED = NumberFormat.getInstance(Locale.ROOT);
  private static final ThreadLocal<NumberFormat> FORMAT = ThreadLocal.withInitial(() -> {
    NumberFormat f = NumberFormat.getInstance(Locale.ROOT);
    f.setMaximumFractionDigits(1);
    return f;
  });
  private static long flushed;
  private static int requests;

  static void add(String line) {
    List<String> l = LINES.get();
    if (l.size() > 100) {
      l.remove(0);
    }
    l.add(line + " " + FORMAT.get().format(l.size()));
  }

  static Future<?> request(ExecutorService pool, double amount) {
    return pool.submit(() -> {
      requests++; // RACE rmw
      add("amount");
      add(SHARED.format(amount)); // RACE unsafe-collection
      flush();
    });
  }

  private static void flush() {
    List<String> l = LINES.get();
    synchronized (LINES) {
      flushed += l.size();
      l.forEach(System.out::println);
    }
    l.clear();
  }

  static synchronized String stats() {
    return flushed + "/" + requests;
  }
}
