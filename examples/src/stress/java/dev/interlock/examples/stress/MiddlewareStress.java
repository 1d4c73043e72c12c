package dev.interlock.examples.stress;

import dev.interlock.examples.middleware.AtomicBulkhead;
import dev.interlock.examples.middleware.AtomicCircuitBreaker;
import dev.interlock.examples.middleware.AtomicLoadShedder;
import dev.interlock.examples.middleware.AtomicRetryManager;
import dev.interlock.examples.middleware.AtomicTimeoutManager;
import dev.interlock.examples.middleware.BreakerSettings;
import dev.interlock.examples.middleware.BuggyBulkhead;
import dev.interlock.examples.middleware.BuggyCircuitBreaker;
import dev.interlock.examples.middleware.BuggyLoadShedder;
import dev.interlock.examples.middleware.BuggyRetryManager;
import dev.interlock.examples.middleware.BuggyTimeoutManager;
import dev.interlock.examples.middleware.Bulkhead;
import dev.interlock.examples.middleware.CircuitBreaker;
import dev.interlock.examples.middleware.LoadShedder;
import dev.interlock.examples.middleware.MutexBulkhead;
import dev.interlock.examples.middleware.MutexCircuitBreaker;
import dev.interlock.examples.middleware.MutexLoadShedder;
import dev.interlock.examples.middleware.MutexRetryManager;
import dev.interlock.examples.middleware.MutexTimeoutManager;
import dev.interlock.examples.middleware.RetryManager;
import dev.interlock.examples.middleware.TimeoutManager;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** The parts of the middleware, each used by all workers at once. */
final class MiddlewareStress {
  private static final int CALLS = 10_000;
  private static final int FAILURES = 2_000;

  private MiddlewareStress() {}

  static List<Version> versions() {
    BreakerSettings breaker = new BreakerSettings(FAILURES + 1, Long.MAX_VALUE, 1, () -> 0);
    Duration second = Duration.ofSeconds(1);
    return List.of(
        retries(BuggyRetryManager.class, () -> new BuggyRetryManager(3, 1)),
        retries(MutexRetryManager.class, () -> new MutexRetryManager(3, 1)),
        retries(AtomicRetryManager.class, () -> new AtomicRetryManager(3, 1)),
        shedder(BuggyLoadShedder.class, () -> new BuggyLoadShedder(1_000)),
        shedder(MutexLoadShedder.class, () -> new MutexLoadShedder(1_000)),
        shedder(AtomicLoadShedder.class, () -> new AtomicLoadShedder(1_000)),
        breaker(BuggyCircuitBreaker.class, () -> new BuggyCircuitBreaker(breaker)),
        breaker(MutexCircuitBreaker.class, () -> new MutexCircuitBreaker(breaker)),
        breaker(AtomicCircuitBreaker.class, () -> new AtomicCircuitBreaker(breaker)),
        bulkhead(BuggyBulkhead.class, () -> new BuggyBulkhead(CALLS)),
        bulkhead(MutexBulkhead.class, () -> new MutexBulkhead(CALLS)),
        bulkhead(AtomicBulkhead.class, () -> new AtomicBulkhead(CALLS)),
        timeouts(BuggyTimeoutManager.class, () -> new BuggyTimeoutManager(second)),
        timeouts(MutexTimeoutManager.class, () -> new MutexTimeoutManager(second)),
        timeouts(AtomicTimeoutManager.class, () -> new AtomicTimeoutManager(second)));
  }

  /** Lost are operations that the statistics do not show. */
  private static <T extends RetryManager> Version retries(Class<T> subject, Supplier<T> fresh) {
    return version(
        subject,
        () -> {
          RetryManager retries = fresh.get();
          Contention.run(CALLS, () -> retries.call(() -> "answer"));
          return Outcome.found(retries.statistics().operations(), CALLS);
        });
  }

  /** Lost are latencies that the total does not contain. */
  private static <T extends LoadShedder> Version shedder(Class<T> subject, Supplier<T> fresh) {
    return version(
        subject,
        () -> {
          LoadShedder shedder = fresh.get();
          Contention.run(CALLS, () -> shedder.record(1));
          return Outcome.found(shedder.report().totalNanos(), CALLS);
        });
  }

  /** Lost are failures that the window does not contain. */
  private static <T extends CircuitBreaker> Version breaker(Class<T> subject, Supplier<T> fresh) {
    return version(
        subject,
        () -> {
          CircuitBreaker breaker = fresh.get();
          Contention.run(FAILURES, breaker::onFailure);
          return Outcome.found(breaker.recentFailures(), FAILURES);
        });
  }

  /** Lost are permits that are in use and still counted as available. */
  private static <T extends Bulkhead> Version bulkhead(Class<T> subject, Supplier<T> fresh) {
    return version(
        subject,
        () -> {
          Bulkhead bulkhead = fresh.get();
          Contention.run(CALLS, bulkhead::tryEnter);
          return Outcome.found(CALLS - bulkhead.available(), CALLS);
        });
  }

  /** Lost are samples that the estimate does not contain. */
  private static <T extends TimeoutManager> Version timeouts(Class<T> subject, Supplier<T> fresh) {
    return version(
        subject,
        () -> {
          TimeoutManager timeouts = fresh.get();
          Contention.run(CALLS, () -> timeouts.observe(1_000));
          return Outcome.found(timeouts.estimate().samples(), CALLS);
        });
  }

  private static Version version(Class<?> subject, Version.Trial trial) {
    return new Version("middleware", subject.getSimpleName(), trial).repeated();
  }
}
