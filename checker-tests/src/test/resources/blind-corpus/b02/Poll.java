package net.tallyhouse.stripes;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

final class Poll {
  private final ExecutorService booths = Executors.newFixedThreadPool(8);
  private final StripedMap<String, Integer> answers = new StripedMap<>(32);
  private final StripedMap<String, int[]> ages = new StripedMap<>(32);

  void answer(String question, int value, int age) {
    booths.submit(() -> {
      answers.computeIfAbsent(question, q -> 0);
      answers.update(question, v -> v + value);
      ages.computeIfAbsent(question, q -> new int[100]);
      ages.update(question, a -> {
        a[age]++;
        return a;
      });
      int[] histogram = ages.computeIfAbsent("#all", q -> new int[100]);
      histogram[age]++; // RACE rmw
    });
  }

  void close() {
    booths.shutdown();
  }
}
