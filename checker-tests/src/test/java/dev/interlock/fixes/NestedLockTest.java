package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** Locks that are taken with another one held. */
final class NestedLockTest {

  @Test
  void lockThatComesLastIsTakenInsideOfAnother() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.concurrent.locks.ReentrantLock;

            class Sample {
              private final ReentrantLock stockLock = new ReentrantLock();
              private final ReentrantLock auditLock = new ReentrantLock();
              private int stock;
              private long volume;

              void move(int n) {
                stockLock.lock();
                try {
                  stock += n;
                  volume += n;
                } finally {
                  stockLock.unlock();
                }
              }

              void audit(int n) {
                auditLock.lock();
                try {
                  volume += n;
                } finally {
                  auditLock.unlock();
                }
              }

              long volume() {
                auditLock.lock();
                try {
                  return volume;
                } finally {
                  auditLock.unlock();
                }
              }
            }
            """,
            """
            import java.util.concurrent.locks.ReentrantLock;

            class Sample {
              private final ReentrantLock stockLock = new ReentrantLock();
              private final ReentrantLock auditLock = new ReentrantLock();
              private int stock;
              private long volume;

              void move(int n) {
                stockLock.lock();
                try {
                  stock += n;
                  auditLock.lock();
                  try {
                    volume += n;
                  } finally {
                    auditLock.unlock();
                  }
                } finally {
                  stockLock.unlock();
                }
              }

              void audit(int n) {
                auditLock.lock();
                try {
                  volume += n;
                } finally {
                  auditLock.unlock();
                }
              }

              long volume() {
                auditLock.lock();
                try {
                  return volume;
                } finally {
                  auditLock.unlock();
                }
              }
            }
            """);
  }

  @Test
  void lockWhoseSectionsTakeAnotherIsNot() {
    Refactoring.byDefault()
        .leaves(
            """
            import java.util.concurrent.locks.ReentrantLock;

            class Sample {
              private final ReentrantLock stockLock = new ReentrantLock();
              private final ReentrantLock auditLock = new ReentrantLock();
              private int stock;
              private double volume;

              void move(int n) {
                stockLock.lock();
                try {
                  stock += n;
                  volume += n;
                } finally {
                  stockLock.unlock();
                }
              }

              void audit(int n) {
                auditLock.lock();
                try {
                  volume += n;
                } finally {
                  auditLock.unlock();
                }
              }

              String report() {
                auditLock.lock();
                try {
                  return volume + " " + stock();
                } finally {
                  auditLock.unlock();
                }
              }

              private int stock() {
                stockLock.lock();
                try {
                  return stock;
                } finally {
                  stockLock.unlock();
                }
              }
            }
            """);
  }
}
