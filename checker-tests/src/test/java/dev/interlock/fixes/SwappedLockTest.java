package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** The wrong lock gives way to the right one. */
final class SwappedLockTest {

  @Test
  void sectionTakesTheLockThatPrevails() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.concurrent.Executor;
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            class Sample {
              private final Lock lock = new ReentrantLock();
              private final Object doors = new Object();
              private int trips;
              private int cycles;
              private int jams;

              void start(Executor lifts) {
                while (true) {
                  lifts.execute(this::closed);
                  lifts.execute(this::reopened);
                  lifts.execute(this::travelled);
                  lifts.execute(this::jammed);
                }
              }

              synchronized void closed() {
                cycles++;
              }

              void reopened() {
                lock.lock();
                try {
                  cycles++; // once more
                } finally {
                  lock.unlock();
                }
              }

              synchronized int cycles() {
                return cycles;
              }

              void travelled() {
                lock.lock();
                try {
                  trips++;
                } finally {
                  lock.unlock();
                }
              }

              int trips() {
                lock.lock();
                try {
                  return trips;
                } finally {
                  lock.unlock();
                }
              }

              void skip() {
                synchronized (lock) {
                  // the floor below
                  trips--;
                }
              }

              void jammed() {
                synchronized (this) {
                  jams++;
                }
              }

              int jams() {
                synchronized (doors) {
                  return jams;
                }
              }

              void cleared() {
                synchronized (doors) {
                  jams--;
                }
              }
            }
            """,
            """
            import java.util.concurrent.Executor;
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            class Sample {
              private final Lock lock = new ReentrantLock();
              private final Object doors = new Object();
              private int trips;
              private int cycles;
              private int jams;

              void start(Executor lifts) {
                while (true) {
                  lifts.execute(this::closed);
                  lifts.execute(this::reopened);
                  lifts.execute(this::travelled);
                  lifts.execute(this::jammed);
                }
              }

              synchronized void closed() {
                cycles++;
              }

              void reopened() {
                synchronized (this) {
                  cycles++; // once more
                }
              }

              synchronized int cycles() {
                return cycles;
              }

              void travelled() {
                lock.lock();
                try {
                  trips++;
                } finally {
                  lock.unlock();
                }
              }

              int trips() {
                lock.lock();
                try {
                  return trips;
                } finally {
                  lock.unlock();
                }
              }

              void skip() {
                lock.lock();
                try {
                  // the floor below
                  trips--;
                } finally {
                  lock.unlock();
                }
              }

              void jammed() {
                synchronized (doors) {
                  jams++;
                }
              }

              int jams() {
                synchronized (doors) {
                  return jams;
                }
              }

              void cleared() {
                synchronized (doors) {
                  jams--;
                }
              }
            }
            """);
  }

  @Test
  void sectionTakesTheLockThatIsDeclared() {
    Refactoring.byDefault()
        .turns(
            """
            import java.lang.annotation.Retention;
            import java.lang.annotation.RetentionPolicy;
            import java.util.concurrent.Executor;

            class Sample {
              @Retention(RetentionPolicy.CLASS)
              @interface GuardedBy {
                String value();
              }

              private static final Object REVISIONS = new Object();

              @GuardedBy("REVISIONS") private static int revision;

              void start(Executor desks) {
                while (true) {
                  desks.execute(this::set);
                  desks.execute(Sample::bump);
                }
              }

              void set() {
                synchronized (this) {
                  revision++; // of the prices
                }
              }

              static void bump() {
                synchronized (REVISIONS) {
                  revision += 10;
                }
              }
            }
            """,
            """
            import java.lang.annotation.Retention;
            import java.lang.annotation.RetentionPolicy;
            import java.util.concurrent.Executor;

            class Sample {
              @Retention(RetentionPolicy.CLASS)
              @interface GuardedBy {
                String value();
              }

              private static final Object REVISIONS = new Object();

              @GuardedBy("REVISIONS") private static int revision;

              void start(Executor desks) {
                while (true) {
                  desks.execute(this::set);
                  desks.execute(Sample::bump);
                }
              }

              void set() {
                synchronized (REVISIONS) {
                  revision++; // of the prices
                }
              }

              static void bump() {
                synchronized (REVISIONS) {
                  revision += 10;
                }
              }
            }
            """);
  }

  @Test
  void monitorOfALockGivesWayToTheLock() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.ArrayDeque;
            import java.util.Deque;
            import java.util.concurrent.Executor;
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            class Sample {
              private final Lock lock = new ReentrantLock();
              private final Deque<String> jobs = new ArrayDeque<>();
              private int pages;
              private int cancelled;

              void start(Executor printers) {
                while (true) {
                  printers.execute(() -> submit("a"));
                  printers.execute(() -> cancel("a"));
                  printers.execute(this::next);
                }
              }

              void submit(String job) {
                lock.lock();
                try {
                  jobs.addLast(job);
                  pages++;
                } finally {
                  lock.unlock();
                }
              }

              String next() {
                lock.lock();
                try {
                  pages--;
                  return jobs.pollFirst();
                } finally {
                  lock.unlock();
                }
              }

              boolean cancel(String job) {
                synchronized (lock) {
                  if (jobs.remove(job)) {
                    pages--;
                    cancelled++; // by hand
                    return true;
                  }
                  return false;
                }
              }

              int cancelled() {
                synchronized (lock) {
                  return cancelled;
                }
              }
            }
            """,
            """
            import java.util.ArrayDeque;
            import java.util.Deque;
            import java.util.concurrent.Executor;
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            class Sample {
              private final Lock lock = new ReentrantLock();
              private final Deque<String> jobs = new ArrayDeque<>();
              private int pages;
              private int cancelled;

              void start(Executor printers) {
                while (true) {
                  printers.execute(() -> submit("a"));
                  printers.execute(() -> cancel("a"));
                  printers.execute(this::next);
                }
              }

              void submit(String job) {
                lock.lock();
                try {
                  jobs.addLast(job);
                  pages++;
                } finally {
                  lock.unlock();
                }
              }

              String next() {
                lock.lock();
                try {
                  pages--;
                  return jobs.pollFirst();
                } finally {
                  lock.unlock();
                }
              }

              boolean cancel(String job) {
                lock.lock();
                try {
                  if (jobs.remove(job)) {
                    pages--;
                    cancelled++; // by hand
                    return true;
                  }
                  return false;
                } finally {
                  lock.unlock();
                }
              }

              int cancelled() {
                lock.lock();
                try {
                  return cancelled;
                } finally {
                  lock.unlock();
                }
              }
            }
            """);
  }

  @Test
  void sectionThatGuardsSomethingElseTooStays() {
    Refactoring.byDefault()
        .leaves(
            """
            import java.util.concurrent.Executor;

            class Sample {
              private final Object doors = new Object();
              private double cycles;
              private int lamps;

              void start(Executor lifts) {
                while (true) {
                  lifts.execute(this::closed);
                  lifts.execute(this::reopened);
                  lifts.execute(this::lit);
                }
              }

              synchronized void closed() {
                cycles++;
              }

              synchronized double cycles() {
                return cycles;
              }

              void reopened() {
                synchronized (doors) {
                  cycles++;
                  lamps++;
                }
              }

              void lit() {
                synchronized (doors) {
                  lamps++;
                }
              }
            }
            """);
  }

  @Test
  void monitorOfAnInnerObjectIsNotThatOfTheOuter() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.concurrent.Executor;

            class Sample {
              private int completed;

              void start() {
                for (int i = 0; i < 4; i++) {
                  new Worker().start();
                }
              }

              int completed() {
                return completed;
              }

              private class Worker extends Thread {
                private int mine;

                @Override
                public void run() {
                  done();
                }

                private synchronized void done() {
                  mine++;
                  completed++;
                }
              }
            }
            """,
            """
            import java.util.concurrent.Executor;
            import java.util.concurrent.atomic.AtomicInteger;

            class Sample {
              private final AtomicInteger completed = new AtomicInteger();

              void start() {
                for (int i = 0; i < 4; i++) {
                  new Worker().start();
                }
              }

              int completed() {
                return completed.get();
              }

              private class Worker extends Thread {
                private int mine;

                @Override
                public void run() {
                  done();
                }

                private synchronized void done() {
                  mine++;
                  completed.incrementAndGet();
                }
              }
            }
            """);
  }
}
