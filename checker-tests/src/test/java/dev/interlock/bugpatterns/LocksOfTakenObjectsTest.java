package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/**
 * Locks that each thread has for itself, since it has taken the locked object out of a container.
 */
final class LocksOfTakenObjectsTest {
  /** Workers that take jobs out of a queue, and count the failed ones under some lock. */
  private static final String JOBS =
      """
      import java.util.ArrayDeque;

      class Job {
        int errors;
      }

      class Manager {
        private final Object lock = new Object();
        private final ArrayDeque<Job> waiting = new ArrayDeque<>();
        private int failures;

        void schedule(Job job) {
          synchronized (lock) {
            waiting.add(job);
            new Worker(this).start();
          }
        }

        Job next() {
          synchronized (lock) {
            return waiting.poll();
          }
        }

        void failed(Job job) {
          synchronized (%s) {
            job.errors++;
            failures++;%s
          }
        }
      }

      class Worker extends Thread {
        private final Manager manager;

        Worker(Manager manager) {
          this.manager = manager;
        }

        @Override
        public void run() {
          for (Job job = manager.next(); job != null; job = manager.next()) {
            manager.failed(job);
          }
        }
      }
      """;

  @Test
  void objectThatEachThreadHasTaken() {
    CheckTester.of(JOBS.formatted("job", " // BUG: UnsafeReadModifyWrite")).reportsWhatIsMarked();
  }

  @Test
  void lockOfThoseWhoTake() {
    CheckTester.of(JOBS.formatted("lock", "")).reportsWhatIsMarked();
  }

  @Test
  void objectThatWasTakenOrMade() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;

            class Pool {
              private final List<Link> idle = new ArrayList<>();
              private int bad;

              void use() {
                Link link;
                synchronized (this) {
                  link = idle.isEmpty() ? new Link() : idle.remove(0);
                }
                synchronized (link) {
                  bad++; // BUG: InconsistentLocking
                }
              }

              synchronized void give(Link link) {
                bad++;
                idle.add(link);
              }

              synchronized int bad() {
                return bad;
              }

              static class Link {}
            }
            """)
        .reportsWhatIsMarked();
  }
}
