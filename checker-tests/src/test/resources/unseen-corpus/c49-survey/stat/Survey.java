package stat;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Evaluates answers in parallel without shared state that is not meant for it. */
public final class Survey {
  public enum Choice { YES, NO, NONE }

  public record Answer(String region, Choice choice, double weight) {}

  private final List<Answer> answers;

  public Survey(List<Answer> answers) {
    this.answers = answers;
  }

  public ConcurrentMap<String, List<Answer>> byRegion() {
    return answers.parallelStream().collect(Collectors.groupingByConcurrent(Answer::region));
  }

  public Map<Choice, Double> weighted() {
    return answers.parallelStream().collect(Collector.of(
        () -> new EnumMap<Choice, Double>(Choice.class),
        (map, a) -> {
          Double d = map.get(a.choice());
          map.put(a.choice(), d == null ? a.weight() : d + a.weight());
        },
        (left, right) -> {
          right.forEach((c, w) -> left.merge(c, w, Double::sum));
          return left;
        }));
  }

  public double mean() {
    Tally t = answers.parallelStream().collect(Tally::new, Tally::accept, Tally::combine);
    return t.mean();
  }

  public double total() {
    DoubleAdder sum = new DoubleAdder();
    answers.parallelStream().mapToDouble(Answer::weight).forEach(sum::add);
    return sum.sum();
  }

  public int[] sample(int n) {
    int[] picked = new int[n];
    IntStream.range(0, n).parallel().forEach(i -> {
      int h = i;
      for (int r = 0; r < 5; r++) {
        h = h * 31 + r;
        picked[i] += h & 7;
      }
    });
    Arrays.parallelPrefix(picked, Integer::sum);
    return picked;
  }

  public Map<String, DoubleSummaryStatistics> spread() {
    Map<String, DoubleSummaryStatistics> out = new ConcurrentHashMap<>();
    answers.parallelStream().forEach(a -> out.compute(a.region(), (r, s) -> {
      DoubleSummaryStatistics mine = s == null ? new DoubleSummaryStatistics() : s;
      mine.accept(a.weight());
      return mine;
    }));
    return new TreeMap<>(out);
  }
}
