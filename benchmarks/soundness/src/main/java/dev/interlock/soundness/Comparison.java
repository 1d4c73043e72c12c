package dev.interlock.soundness;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;

/**
 * What the checks say of a subject, beside what it did.
 *
 * @param checks that report something
 * @param serial the outcomes that are right
 * @param seen the outcomes that came, and how often
 */
record Comparison(
    Subject subject,
    ImmutableSet<String> checks,
    ImmutableSet<String> serial,
    ImmutableMap<String, Long> seen) {
  static final String HEADER =
      "| program | reported by | runs | outcomes of no serial order |\n|---|---|---:|---:|";

  boolean isFlagged() {
    return !checks.isEmpty();
  }

  /** How many runs had an outcome that no serial order of the tasks has. */
  long wrong() {
    return runs()
        - Maps.filterKeys(seen, serial::contains).values().stream().mapToLong(n -> n).sum();
  }

  private long runs() {
    return seen.values().stream().mapToLong(n -> n).sum();
  }

  /**
   * Whether more runs are needed. Some collisions are rare, above all where the machine has other
   * work.
   */
  boolean isOpen() {
    return runs() == 0 || (isFlagged() && wrong() == 0);
  }

  boolean agrees() {
    return runs() > 0 && isFlagged() == (wrong() > 0);
  }

  /** Returns the line of the table. */
  String toRow() {
    return "| `%s` | %s | %,d | %,d |"
        .formatted(
            subject.name(),
            checks.isEmpty() ? "" : checks.stream().sorted().collect(joining(", ")),
            runs(),
            wrong());
  }

  /** Returns what is wrong with a comparison that does not agree. */
  String complaint() {
    if (runs() == 0) {
      return subject.name() + " was not run";
    }
    return isFlagged()
        ? "%s is reported by %s, but in %,d runs it left nothing but %s"
            .formatted(subject.name(), checks, runs(), serial)
        : "%s is silent, but left %s; serial orders leave %s"
            .formatted(subject.name(), seen, serial);
  }
}
