package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** Statements move into a section of their lock that is next to them. */
final class NeighbourSectionTest {

  @Test
  void statementMovesIntoTheSectionAfterIt() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.ArrayDeque;
            import java.util.Deque;

            class Sample {
              private final Deque<String> jobs = new ArrayDeque<>();
              private int queued;

              void add(String job) {
                // one more
                queued++;
                synchronized (jobs) {
                  jobs.add(job);
                }
              }

              String next() {
                synchronized (jobs) {
                  queued--;
                  return jobs.poll();
                }
              }
            }
            """,
            """
            import java.util.ArrayDeque;
            import java.util.Deque;

            class Sample {
              private final Deque<String> jobs = new ArrayDeque<>();
              private int queued;

              void add(String job) {
                synchronized (jobs) {
                  // one more
                  queued++;
                  jobs.add(job);
                }
              }

              String next() {
                synchronized (jobs) {
                  queued--;
                  return jobs.poll();
                }
              }
            }
            """);
  }

  @Test
  void statementMovesIntoTheSectionBeforeIt() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.ArrayDeque;
            import java.util.Deque;
            import java.util.concurrent.locks.ReentrantLock;

            class Sample {
              private final ReentrantLock lock = new ReentrantLock();
              private final Deque<String> jobs = new ArrayDeque<>();
              private int queued;

              void add(String job) {
                lock.lock();
                try {
                  jobs.add(job);
                } finally {
                  lock.unlock();
                }
                queued++; // one more
              }

              String next() {
                lock.lock();
                try {
                  queued--;
                  return jobs.poll();
                } finally {
                  lock.unlock();
                }
              }
            }
            """,
            """
            import java.util.ArrayDeque;
            import java.util.Deque;
            import java.util.concurrent.locks.ReentrantLock;

            class Sample {
              private final ReentrantLock lock = new ReentrantLock();
              private final Deque<String> jobs = new ArrayDeque<>();
              private int queued;

              void add(String job) {
                lock.lock();
                try {
                  jobs.add(job);
                  queued++; // one more
                } finally {
                  lock.unlock();
                }
              }

              String next() {
                lock.lock();
                try {
                  queued--;
                  return jobs.poll();
                } finally {
                  lock.unlock();
                }
              }
            }
            """);
  }

  @Test
  void nameThatTheSectionDeclaresMeansSomethingElse() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.ArrayDeque;
            import java.util.Deque;

            class Sample {
              private final Deque<String> jobs = new ArrayDeque<>();
              private int queued;

              void add(String job) {
                synchronized (jobs) {
                  int queued = jobs.size();
                  jobs.add(job + queued);
                }
                queued++;
              }

              String next() {
                synchronized (jobs) {
                  queued--;
                  return jobs.poll();
                }
              }
            }
            """,
            """
            import java.util.ArrayDeque;
            import java.util.Deque;

            class Sample {
              private final Deque<String> jobs = new ArrayDeque<>();
              private int queued;

              void add(String job) {
                synchronized (jobs) {
                  int queued = jobs.size();
                  jobs.add(job + queued);
                }
                synchronized (jobs) {
                  queued++;
                }
              }

              String next() {
                synchronized (jobs) {
                  queued--;
                  return jobs.poll();
                }
              }
            }
            """);
  }

  @Test
  void declarationBeforeTheSectionIsPassedOver() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.HashMap;
            import java.util.Map;

            class Sample {
              private final Object lock = new Object();
              private final Map<String, Integer> bySegment = new HashMap<>();
              private final Map<String, Integer> bySource = new HashMap<>();

              void add(String segment, String source) {
                synchronized (lock) {
                  bySegment.put(segment, 1);
                  bySource.put(source, 1);
                }
              }

              boolean completed(String segment, String source) {
                bySegment.remove(segment);
                boolean idle;
                synchronized (lock) {
                  bySource.remove(source);
                  idle = bySource.isEmpty();
                }
                return idle;
              }

              int segments() {
                synchronized (lock) {
                  return bySegment.size();
                }
              }
            }
            """,
            """
            import java.util.HashMap;
            import java.util.Map;

            class Sample {
              private final Object lock = new Object();
              private final Map<String, Integer> bySegment = new HashMap<>();
              private final Map<String, Integer> bySource = new HashMap<>();

              void add(String segment, String source) {
                synchronized (lock) {
                  bySegment.put(segment, 1);
                  bySource.put(source, 1);
                }
              }

              boolean completed(String segment, String source) {
                boolean idle;
                synchronized (lock) {
                  bySegment.remove(segment);
                  bySource.remove(source);
                  idle = bySource.isEmpty();
                }
                return idle;
              }

              int segments() {
                synchronized (lock) {
                  return bySegment.size();
                }
              }
            }
            """);
  }
}
