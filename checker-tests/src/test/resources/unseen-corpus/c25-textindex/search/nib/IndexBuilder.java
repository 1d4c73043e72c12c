package search.nib;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Builds an inverted index over a set of documents. */
public class IndexBuilder {
  private final List<Document> docs;
  private int empty;

  public IndexBuilder(List<Document> docs) {
    this.docs = docs;
  }

  public Map<String, Set<Integer>> postings() {
    Map<String, Set<Integer>> out = new ConcurrentHashMap<>();
    IntStream.range(0, docs.size()).parallel().forEach(i -> {
      int words = 0;
      for (String w : docs.get(i).words()) {
        words++;
        out.computeIfAbsent(w, k -> ConcurrentHashMap.newKeySet()).add(i);
      }
      if (words == 0) {
        empty++; // RACE rmw
      }
    });
    return out;
  }

  public Map<String, Integer> frequencies() {
    Map<String, Integer> freq = new HashMap<>();
    docs.parallelStream().flatMap(d -> d.words().stream()).forEach(w -> {
      freq.merge(w, 1, Integer::sum); // RACE unsafe-collection
    });
    return freq;
  }

  public List<String> titles() {
    List<String> titles = new ArrayList<>();
    docs.parallelStream()
        .filter(d -> !d.words().isEmpty())
        .map(Document::title)
        .forEachOrdered(titles::add);
    return titles;
  }

  public Map<Integer, Long> lengths() {
    return docs.parallelStream().collect(Collectors.groupingBy(d -> d.words().size(), Collectors.counting()));
  }

  public List<String> longWords(int n) {
    List<String> out = docs.parallelStream().collect(
        ArrayList::new,
        (list, d) -> {
          for (String w : d.words()) {
            if (w.length() > n) {
              list.add(w);
            }
          }
        },
        ArrayList::addAll);
    out.sort(null);
    return out;
  }

  public int empty() {
    return empty;
  }

  public Set<String> vocabulary() {
    Set<String> v = new TreeSet<>();
    for (Document d : docs) {
      v.addAll(d.words());
    }
    return v;
  }
}
