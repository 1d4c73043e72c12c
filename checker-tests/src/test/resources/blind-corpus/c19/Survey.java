package org.headcount.streams;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Evaluates answers with parallel streams. */
public final class Survey {
  public record Answer(String city, int age, int score) {}

  private static final class Stats {
    int n;
    long sum;

    void add(Answer a) {
      n++;
      sum += a.score();
    }

    void addAll(Stats o) {
      n += o.n;
      sum += o.sum;
    }
  }

  private int peeked;
  private int position;
  private final Set<Integer> agesSeen = new HashSet<>();

  public double mean(List<Answer> answers) {
    Stats s = answers.parallelStream().collect(Stats::new, Stats::add, Stats::addAll);
    return s.n == 0 ? 0 : (double) s.sum / s.n;
  }

  public long badMean(List<Answer> answers) {
    Stats shared = new Stats();
    answers.parallelStream().forEach(a -> {
      shared.n++; // RACE rmw
      shared.sum += a.score(); // RACE rmw
    });
    return shared.sum / Math.max(1, shared.n);
  }

  public List<String> cities(List<Answer> answers) {
    return answers.parallelStream().peek(a -> peeked++).map(Answer::city).distinct().sorted().toList(); // RACE rmw
  }

  public Set<Integer> ages(List<Answer> answers) {
    return answers.parallelStream().map(Answer::age).filter(agesSeen::add).collect(Collectors.toSet()); // RACE unsafe-collection
  }

  public List<String> numbered(List<Answer> answers) {
    List<String> lines = new ArrayList<>();
    answers.parallelStream().map(Answer::city).forEachOrdered(c -> lines.add(++position + " " + c));
    return lines;
  }

  public List<Integer> collectWrong(List<Answer> answers) {
    return answers.parallelStream().map(Answer::score).reduce(new ArrayList<>(), (list, s) -> {
      list.add(s); // RACE unsafe-collection
      return list;
    }, (a, b) -> {
      a.addAll(b); // MAYBE
      return a;
    });
  }

  public ConcurrentMap<String, Integer> totals(List<Answer> answers) {
    return answers.parallelStream().collect(Collectors.toConcurrentMap(Answer::city, Answer::score, Integer::sum));
  }

  public Map<String, Stats> byCity(List<Answer> answers) {
    Map<String, Stats> m = new HashMap<>();
    answers.stream().forEach(a -> m.computeIfAbsent(a.city(), c -> new Stats()).add(a));
    return m;
  }

  public int[] ranks(int[] scores) {
    int[] ranks = new int[scores.length];
    IntStream.range(0, scores.length).parallel().forEach(i -> {
      for (int s : scores) {
        if (s > scores[i]) {
          ranks[i]++;
        }
      }
    });
    return ranks;
  }

  public IntSummaryStatistics summary(List<Answer> answers) {
    IntSummaryStatistics s = answers.parallelStream().mapToInt(Answer::score).summaryStatistics();
    s.accept(0);
    return s;
  }
}
