package com.lookabout.trends;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;

/** How often a phrase was searched, and by whom. The values are plain objects. */
class SearchTrends {
  static final class Trend {
    int searches;
    long millis;
    final Deque<String> users = new ArrayDeque<>();

    Trend plus(Trend other) {
      searches += other.searches;
      millis += other.millis;
      users.addAll(other.users);
      return this;
    }
  }

  private final ConcurrentMap<String, Trend> trends = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, List<Long>> samples = new ConcurrentHashMap<>();
  private int newPhrases;

  /** The function has the entry to itself. */
  void search(String phrase, String user, long took) {
    trends.compute(
        phrase,
        (key, trend) -> {
          Trend t = trend == null ? new Trend() : trend;
          t.millis += took;
          t.users.addLast(user);
          return t;
        });
  }

  void merge(String phrase, Trend partial) {
    trends.merge(phrase, partial, Trend::plus);
  }

  void trim(String phrase) {
    trends.computeIfPresent(
        phrase,
        (key, trend) -> {
          while (trend.users.size() > 100) {
            trend.users.removeFirst();
          }
          return trend.users.isEmpty() ? null : trend;
        });
  }

  void sample(String phrase, long took) {
    samples.compute(
        phrase,
        (key, list) -> {
          if (list == null) {
            list = new ArrayList<>();
          }
          list.add(took);
          return list;
        });
  }

  /** The list is taken out of the map's care and changed outside. */
  void sampleFast(String phrase, long took) {
    samples.computeIfAbsent(phrase, p -> new ArrayList<>()).add(took); // RACE unsafe-collection
  }

  /** Two phrases are computed at the same time. */
  void searchNew(String phrase) {
    trends.computeIfAbsent(
        phrase,
        key -> {
          newPhrases++; // RACE rmw
          return new Trend();
        });
  }

  void count(String phrase) {
    Trend trend = trends.get(phrase);
    if (trend != null) {
      trend.searches++; // RACE rmw
    }
  }

  void serve(ExecutorService web, Map<String, String> queries) {
    queries.forEach(
        (phrase, user) -> {
          web.execute(() -> search(phrase, user, 12));
          web.execute(() -> trim(phrase));
          web.execute(() -> sample(phrase, 12));
          web.execute(() -> sampleFast(phrase, 3));
          web.execute(() -> searchNew(phrase));
          web.execute(() -> count(phrase));
        });
    web.execute(() -> System.out.println(newPhrases));
  }
}
