package dev.interlock.examples.stress;

import dev.interlock.examples.metrics.BuggyMetrics;
import dev.interlock.examples.metrics.BuggyOwnMutexMetrics;
import dev.interlock.examples.metrics.ConcurrentMetrics;
import dev.interlock.examples.metrics.Metrics;
import dev.interlock.examples.metrics.Metrics.Counter;
import dev.interlock.examples.metrics.MutexMetrics;
import java.util.List;
import java.util.function.Supplier;

/** Every worker counts into the same entry with an instrument of its own. */
final class MetricsStress {
  private static final int INCREMENTS = 10_000;

  private MetricsStress() {}

  static List<Version> versions() {
    return List.of(
        version(BuggyMetrics.class, BuggyMetrics::new),
        version(BuggyOwnMutexMetrics.class, BuggyOwnMutexMetrics::new),
        version(MutexMetrics.class, MutexMetrics::new),
        version(ConcurrentMetrics.class, ConcurrentMetrics::new));
  }

  private static <T extends Metrics> Version version(Class<T> subject, Supplier<T> fresh) {
    Version once =
        new Version(
            "metrics",
            subject.getSimpleName(),
            () -> {
              Metrics metrics = fresh.get();
              Contention.runEach(
                  INCREMENTS,
                  () -> {
                    Counter requests = metrics.counter("requests");
                    return requests::increment;
                  });
              return Outcome.found(metrics.snapshot().get("requests").count(), INCREMENTS);
            });
    return once.repeated();
  }
}
