package org.genericum.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Statistics of log files; each file is read by a task. */
public class LogStats {
  private static class Tally<T extends Comparable<T>> {
    private T least;
    private int n;

    void see(T t) {
      n++; // RACE rmw
      if (least == null || t.compareTo(least) < 0) { // RACE rmw #1
        least = t; // RACE rmw #1
      }
    }
  }

  private final Multiset<String> hosts = new Multiset<>();
  private final Multiset<Integer> codes = new Multiset<>();
  private final Map<String, AtomicInteger> agents = new ConcurrentSkipListMap<>();
  private final Map<String, List<String>> referrers = new ConcurrentSkipListMap<>();
  private final Tally<String> days = new Tally<>();

  public void read(ExecutorService pool, List<Stream<String>> files) {
    for (Stream<String> file : files) {
      pool.execute(() -> {
        Tally<String> local = new Tally<>();
        file.forEach(line -> line(line.split(" "), local));
        System.out.println(local.n + " lines");
      });
    }
  }

  private void line(String[] f, Tally<String> local) {
    hosts.add(f[0]);
    codes.setCount(f[1].length(), codes.count(f[1].length()) + 1); // RACE check-then-act
    agents.computeIfAbsent(f[2], a -> new AtomicInteger()).incrementAndGet();
    referrers.computeIfAbsent(f[3], r -> new ArrayList<>()).add(f[0]); // RACE unsafe-collection
    days.see(f[4]);
    local.n++;
    local.least = f[4];
  }

  public int count(String host) {
    return hosts.count(host);
  }
}
