package kv;

import java.util.stream.IntStream;

public final class LoadGen {
  public static void main(String[] args) {
    ShardedCounters counters = new ShardedCounters();
    Segment segment = new Segment();
    IntStream.range(0, 100_000).parallel().forEach(i -> {
      String key = "k" + i % 100;
      counters.add(key, 1);
      counters.stored(key, i);
      segment.put(key, i);
      if (i % 1000 == 0) {
        counters.collapse(key);
        segment.removeLast();
      }
    });
    System.out.println(counters.total() + " " + segment.size());
  }
}
