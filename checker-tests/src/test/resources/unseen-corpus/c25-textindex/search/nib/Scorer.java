package search.nib;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Scores documents against a query. */
class Scorer {
  private final List<Document> docs;
  private final int[] hits;
  private double sum;

  Scorer(List<Document> docs) {
    this.docs = docs;
    this.hits = new int[docs.size()];
  }

  /** Each index of the array is touched by the one task which has that index. */
  int[] score(List<String> query) {
    IntStream.range(0, hits.length).parallel().forEach(i -> {
      for (String w : docs.get(i).words()) {
        if (query.contains(w)) {
          hits[i]++;
        }
      }
    });
    return Arrays.copyOf(hits, hits.length);
  }

  List<Document> best(List<String> query, int n) {
    List<Document> ranked = new ArrayList<>();
    double[] norm = new double[1];
    docs.parallelStream().forEach(d -> {
      double s = d.words().stream().filter(query::contains).count();
      synchronized (norm) {
        norm[0] += s;
        ranked.add(d);
      }
    });
    sum += norm[0];
    return ranked.stream()
        .sorted(Comparator.comparing(Document::title))
        .limit(n)
        .collect(Collectors.toList());
  }

  double mean() {
    return sum / Math.max(1, docs.size());
  }
}
