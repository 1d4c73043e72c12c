package text.corpus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveTask;
import java.util.function.Consumer;
import java.util.stream.Collector;
import java.util.stream.StreamSupport;

/** Mutable accumulators are fine in parallel as long as each leaf has its own. */
public class WordStats {
  private int words;
  private int longest;
  private final Map<String, Integer> counts = new HashMap<>();

  void accept(String w) {
    words++;
    if (w.length() > longest) {
      longest = w.length();
    }
    counts.put(w, counts.getOrDefault(w, 0) + 1);
  }

  WordStats combine(WordStats o) {
    words += o.words;
    longest = Math.max(longest, o.longest);
    o.counts.forEach((w, n) -> counts.merge(w, n, Integer::sum));
    return this;
  }

  public static WordStats of(List<String> text) {
    return text.parallelStream().collect(WordStats::new, WordStats::accept, WordStats::combine);
  }

  public static Collector<String, ?, WordStats> collector() {
    return Collector.of(WordStats::new, WordStats::accept, WordStats::combine);
  }

  /** Spliterators are split before they are traversed, each by one thread. */
  static final class Tokens implements Spliterator<String> {
    private final String[] lines;
    private int lo;
    private final int hi;
    private int produced;

    Tokens(String[] lines, int lo, int hi) {
      this.lines = lines;
      this.lo = lo;
      this.hi = hi;
    }

    @Override
    public boolean tryAdvance(Consumer<? super String> action) {
      if (lo >= hi) {
        return false;
      }
      action.accept(lines[lo++]);
      produced++;
      return true;
    }

    @Override
    public Spliterator<String> trySplit() {
      int mid = (lo + hi) >>> 1;
      if (mid <= lo) {
        return null;
      }
      int from = lo;
      lo = mid;
      return new Tokens(lines, from, mid);
    }

    @Override
    public long estimateSize() {
      return hi - lo;
    }

    @Override
    public int characteristics() {
      return SIZED | SUBSIZED | ORDERED;
    }
  }

  public static WordStats ofArray(String[] lines) {
    return StreamSupport.stream(new Tokens(lines, 0, lines.length), true).collect(collector());
  }

  static final class Count extends RecursiveTask<WordStats> {
    private final List<String> part;

    Count(List<String> part) {
      this.part = part;
    }

    @Override
    protected WordStats compute() {
      WordStats mine = new WordStats();
      if (part.size() < 100) {
        for (String s : part) {
          mine.accept(s);
        }
        return mine;
      }
      Count left = new Count(part.subList(0, part.size() / 2));
      Count right = new Count(part.subList(part.size() / 2, part.size()));
      ForkJoinTask.invokeAll(left, right);
      return mine.combine(left.join()).combine(right.join());
    }
  }

  public int words() {
    return words;
  }
}
