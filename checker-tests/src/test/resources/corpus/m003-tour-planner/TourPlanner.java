package org.rundreise.tours;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;

/** Every kind of plain collection, changed by workers. */
class TourPlanner {
  private final ExecutorService workers;
  private final List<String> stops = new LinkedList<>();
  private final Map<Integer, String> byDay = new TreeMap<>();
  private final Set<String> cities = new LinkedHashSet<>();
  private final Queue<Integer> prices = new PriorityQueue<>();
  private final Deque<String> undo = new ArrayDeque<>();
  private final BitSet days = new BitSet(365);
  private Map<String, Integer> lru =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > 100;
        }
      };

  TourPlanner(ExecutorService workers) {
    this.workers = workers;
  }

  void plan(List<String> wishes) {
    for (int i = 0; i < wishes.size(); i++) {
      int day = i;
      String city = wishes.get(i);
      workers.execute(() -> add(day, city));
    }
  }

  private void add(int day, String city) {
    stops.add(0, city); // RACE unsafe-collection
    byDay.putIfAbsent(day, city); // RACE unsafe-collection
    if (cities.add(city)) { // RACE unsafe-collection
      prices.offer(city.length() * 100); // RACE unsafe-collection
    }
    undo.push(city); // RACE unsafe-collection
    days.set(day); // RACE unsafe-collection
    lru.merge(city, 1, Integer::sum); // RACE unsafe-collection
  }

  /** Even a get reorders a map in order of access. */
  void look(List<String> wishes) {
    wishes.parallelStream()
        .map(city -> lru.get(city)) // RACE unsafe-collection
        .forEach(System.out::println);
  }

  int undone() {
    return undo.size() + days.cardinality();
  }
}

/** Each worker has its own plan; the plans are put together when all are there. */
class SteadyTourPlanner {
  private final List<List<String>> plans = new ArrayList<>();
  private final Set<String> cities = new LinkedHashSet<>();

  Set<String> plan(ExecutorService workers, List<List<String>> wishes) throws InterruptedException {
    CountDownLatch ready = new CountDownLatch(wishes.size());
    for (List<String> wish : wishes) {
      List<String> plan = new ArrayList<>();
      plans.add(plan);
      workers.execute(
          () -> {
            for (String city : wish) {
              plan.add(city.strip());
            }
            plan.sort(null);
            ready.countDown();
          });
    }
    ready.await();
    for (List<String> plan : plans) {
      cities.addAll(plan);
    }
    plans.clear();
    return cities;
  }

  /** Workers only read here, and nobody writes meanwhile. */
  long known(List<String> names) {
    return names.parallelStream().filter(cities::contains).count();
  }
}
