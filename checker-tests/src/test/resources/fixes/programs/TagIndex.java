package programs;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sorted collections. */
class TagIndex {
  private final Map<String, Integer> uses = new TreeMap<>();
  private final Set<String> tags = new TreeSet<>();

  void tag(String tag) {
    tags.add(tag);
    uses.merge(tag, 1, Integer::sum);
  }

  String list() {
    return String.join(",", tags);
  }

  int total() {
    return uses.values().stream().mapToInt(n -> n).sum();
  }

  static String single() {
    TagIndex index = new TagIndex();
    index.tag("b");
    index.tag("a");
    return index.list() + index.total();
  }

  static long lost() {
    TagIndex index = new TagIndex();
    Trial.race(i -> index.tag("t" + i % 9));
    return Math.abs(Trial.TOTAL - index.total()) + (index.list().length() == 9 * 3 - 1 ? 0 : 1);
  }
}
