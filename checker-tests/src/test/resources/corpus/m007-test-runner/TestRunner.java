package dev.pruefstand.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;

record Outcome(String test, boolean passed, long millis) {}

interface Reporter {
  void report(Outcome outcome);
}

/** Collects outcomes for one suite. Says nothing about threads. */
class SuiteReporter implements Reporter {
  private final List<Outcome> outcomes = new ArrayList<>();
  private final StringBuilder dots = new StringBuilder();
  private int failures;

  @Override
  public void report(Outcome outcome) {
    outcomes.add(outcome);
    dots.append(outcome.passed() ? '.' : 'F');
    if (!outcome.passed()) {
      failures++;
    }
  }

  boolean green() {
    return failures == 0 && !outcomes.isEmpty();
  }

  @Override
  public String toString() {
    return dots.toString();
  }
}

/** A reporter that is handed to the parallel runner. */
class TotalsReporter implements Reporter {
  private final List<Outcome> slow = new ArrayList<>();
  private long millis;
  private int passed;

  @Override
  public void report(Outcome outcome) {
    Objects.requireNonNull(outcome);
    millis += outcome.millis(); // RACE rmw
    passed += outcome.passed() ? 1 : 0; // RACE rmw
    if (outcome.millis() > 5_000) {
      slow.add(outcome); // RACE unsafe-collection
    }
  }

  @Override
  public String toString() {
    return passed + " passed in " + millis + " ms, slow: " + slow;
  }
}

class QueueReporter implements Reporter {
  private final ConcurrentLinkedQueue<Outcome> outcomes = new ConcurrentLinkedQueue<>();

  @Override
  public void report(Outcome outcome) {
    outcomes.add(outcome);
  }

  long failures() {
    return outcomes.stream().filter(o -> !o.passed()).count();
  }
}
