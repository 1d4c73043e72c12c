package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** The read before a section of the lock, or the write after it, moves into the section. */
final class StretchedSectionTest {

  @Test
  void readBeforeTheSectionMovesIn() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            class Tank {
              private final Lock lock = new ReentrantLock();
              private double level = 20_000;
              private int fillings;

              void pump(double litres) {
                // what is left
                double before = level;
                lock.lock();
                try {
                  level = before - litres;
                } finally {
                  lock.unlock();
                }
              }

              double level() {
                lock.lock();
                try {
                  return level;
                } finally {
                  lock.unlock();
                }
              }

              void fill(double litres) {
                lock.lock();
                try {
                  level += litres;
                  fillings++;
                } finally {
                  lock.unlock();
                }
              }
            }
            """,
            """
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            class Tank {
              private final Lock lock = new ReentrantLock();
              private double level = 20_000;
              private int fillings;

              void pump(double litres) {
                lock.lock();
                try {
                  // what is left
                  double before = level;
                  level = before - litres;
                } finally {
                  lock.unlock();
                }
              }

              double level() {
                lock.lock();
                try {
                  return level;
                } finally {
                  lock.unlock();
                }
              }

              void fill(double litres) {
                lock.lock();
                try {
                  level += litres;
                  fillings++;
                } finally {
                  lock.unlock();
                }
              }
            }
            """);
  }

  @Test
  void writeAfterTheSectionMovesIn() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            class Tank {
              private final Lock lock = new ReentrantLock();
              private double level = 20_000;
              private int fillings;

              void pump(double litres) {
                double before;
                lock.lock();
                try {
                  before = level;
                } finally {
                  lock.unlock();
                }
                level = before - litres;
              }

              double level() {
                lock.lock();
                try {
                  return level;
                } finally {
                  lock.unlock();
                }
              }

              void fill(double litres) {
                lock.lock();
                try {
                  level += litres;
                  fillings++;
                } finally {
                  lock.unlock();
                }
              }
            }
            """,
            """
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            class Tank {
              private final Lock lock = new ReentrantLock();
              private double level = 20_000;
              private int fillings;

              void pump(double litres) {
                double before;
                lock.lock();
                try {
                  before = level;
                  level = before - litres;
                } finally {
                  lock.unlock();
                }
              }

              double level() {
                lock.lock();
                try {
                  return level;
                } finally {
                  lock.unlock();
                }
              }

              void fill(double litres) {
                lock.lock();
                try {
                  level += litres;
                  fillings++;
                } finally {
                  lock.unlock();
                }
              }
            }
            """);
  }

  @Test
  void localVariableIsUsedAfterTheSection() {
    Refactoring.byDefault()
        .leaves(
            """
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            class Tank {
              private final Lock lock = new ReentrantLock();
              private double level = 20_000;
              private int fillings;

              double pump(double litres) {
                double before = level;
                lock.lock();
                try {
                  level = before - litres;
                } finally {
                  lock.unlock();
                }
                return before;
              }

              double level() {
                lock.lock();
                try {
                  return level;
                } finally {
                  lock.unlock();
                }
              }

              void fill(double litres) {
                lock.lock();
                try {
                  level += litres;
                  fillings++;
                } finally {
                  lock.unlock();
                }
              }
            }
            """);
  }

  @Test
  void codeBetweenWaits() {
    Refactoring.byDefault()
        .leaves(
            """
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            class Tank {
              private final Lock lock = new ReentrantLock();
              private double level = 20_000;
              private int fillings;

              void pump(double litres) throws InterruptedException {
                double before;
                lock.lock();
                try {
                  before = level;
                } finally {
                  lock.unlock();
                }
                Thread.sleep(10);
                level = before - litres;
              }

              double level() {
                lock.lock();
                try {
                  return level;
                } finally {
                  lock.unlock();
                }
              }

              void fill(double litres) {
                lock.lock();
                try {
                  level += litres;
                  fillings++;
                } finally {
                  lock.unlock();
                }
              }
            }
            """);
  }

  @Test
  void checkThatIsMadeAgainUnderTheLockStays() {
    Refactoring.byDefault()
        .turns(
            """
            class Sample {
              private volatile boolean leader;
              private volatile int term;

              void timeout() {
                if (leader) {
                  return;
                }
                synchronized (this) {
                  if (leader) {
                    return;
                  }
                  term++;
                }
              }

              void heartbeat(int other) {
                if (other > term) {
                  term = other;
                  leader = false;
                }
              }

              synchronized void win() {
                leader = true;
              }
            }
            """,
            """
            class Sample {
              private volatile boolean leader;
              private volatile int term;

              void timeout() {
                if (leader) {
                  return;
                }
                synchronized (this) {
                  if (leader) {
                    return;
                  }
                  term++;
                }
              }

              void heartbeat(int other) {
                synchronized (this) {
                  if (other > term) {
                    term = other;
                    leader = false;
                  }
                }
              }

              synchronized void win() {
                leader = true;
              }
            }
            """);
  }
}
