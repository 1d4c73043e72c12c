package dev.interlock.examples.metrics;

import java.util.List;

/**
 * The nightly import, on which the failed first fix was tried: a parallel stream parses rows, and
 * the instruments, each with its own mutex, write into one map.
 */
public final class BuggyImport {
  private final BuggyOwnMutexMetrics.LockingCounter rows;
  private final BuggyOwnMutexMetrics.LockingCounter rejected;
  private final BuggyOwnMutexMetrics.LockingGauge lastWidth;
  private final BuggyOwnMutexMetrics.LockingHistogram widths;

  /** An import that measures itself with instruments of this registry. */
  public BuggyImport(BuggyOwnMutexMetrics metrics) {
    this.rows = metrics.counter("rows");
    this.rejected = metrics.counter("rejected");
    this.lastWidth = metrics.gauge("last-width");
    this.widths = metrics.histogram("widths");
  }

  /** The rows, split at commas, without those that are empty. */
  public List<List<String>> parse(List<String> lines) {
    return lines.parallelStream().filter(this::accepts).map(this::split).toList();
  }

  private boolean accepts(String line) {
    rows.increment();
    if (line.isBlank()) {
      rejected.increment();
      return false;
    }
    return true;
  }

  private List<String> split(String line) {
    List<String> columns = List.of(line.split(",", -1));
    lastWidth.set(columns.size());
    widths.observe(columns.size());
    return columns;
  }
}
