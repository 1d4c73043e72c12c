package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** Sections of another lock than the one that an update holds. */
final class SectionsInUseTest {

  @Test
  void sectionThatLooksTwiceKeepsItsLock() {
    Refactoring.byDefault()
        .leaves(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.locks.ReentrantLock;

            class Sample {
              private final ReentrantLock consumersLock = new ReentrantLock();
              private final ReentrantLock pagesLock = new ReentrantLock();
              private final List<String> consumers = new ArrayList<>();
              private final List<String> pages = new ArrayList<>();
              private int turn;

              void add(String consumer) {
                consumersLock.lock();
                try {
                  consumers.add(consumer);
                  synchronized (this) {
                    turn = 0;
                  }
                } finally {
                  consumersLock.unlock();
                }
              }

              void remove(String consumer) {
                pagesLock.lock();
                try {
                  consumers.remove(consumer);
                  pages.remove(consumer);
                } finally {
                  pagesLock.unlock();
                }
              }

              void page(String page) {
                pagesLock.lock();
                try {
                  pages.add(page);
                } finally {
                  pagesLock.unlock();
                }
              }

              String last() {
                consumersLock.lock();
                try {
                  return consumers.isEmpty() ? null : consumers.get(consumers.size() - 1);
                } finally {
                  consumersLock.unlock();
                }
              }

              synchronized int turn() {
                return turn++;
              }
            }
            """);
  }

  @Test
  void usesThatStandAloneNeedNoLock() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.locks.ReentrantLock;

            class Sample {
              private final ReentrantLock consumersLock = new ReentrantLock();
              private final ReentrantLock pagesLock = new ReentrantLock();
              private final List<String> consumers = new ArrayList<>();
              private final List<String> pages = new ArrayList<>();
              private int turn;

              void add(String consumer) {
                consumersLock.lock();
                try {
                  consumers.add(consumer);
                  synchronized (this) {
                    turn = 0;
                  }
                } finally {
                  consumersLock.unlock();
                }
              }

              void remove(String consumer) {
                pagesLock.lock();
                try {
                  consumers.remove(consumer);
                  pages.remove(consumer);
                } finally {
                  pagesLock.unlock();
                }
              }

              void page(String page) {
                pagesLock.lock();
                try {
                  pages.add(page);
                } finally {
                  pagesLock.unlock();
                }
              }

              boolean isEmpty() {
                consumersLock.lock();
                try {
                  return consumers.isEmpty();
                } finally {
                  consumersLock.unlock();
                }
              }

              synchronized int turn() {
                return turn++;
              }
            }
            """,
            """
            import java.util.ArrayList;
            import java.util.Collections;
            import java.util.List;
            import java.util.concurrent.locks.ReentrantLock;

            class Sample {
              private final ReentrantLock consumersLock = new ReentrantLock();
              private final ReentrantLock pagesLock = new ReentrantLock();
              private final List<String> consumers = Collections.synchronizedList(new ArrayList<>());
              private final List<String> pages = new ArrayList<>();
              private int turn;

              void add(String consumer) {
                consumersLock.lock();
                try {
                  consumers.add(consumer);
                  synchronized (this) {
                    turn = 0;
                  }
                } finally {
                  consumersLock.unlock();
                }
              }

              void remove(String consumer) {
                pagesLock.lock();
                try {
                  consumers.remove(consumer);
                  pages.remove(consumer);
                } finally {
                  pagesLock.unlock();
                }
              }

              void page(String page) {
                pagesLock.lock();
                try {
                  pages.add(page);
                } finally {
                  pagesLock.unlock();
                }
              }

              boolean isEmpty() {
                consumersLock.lock();
                try {
                  return consumers.isEmpty();
                } finally {
                  consumersLock.unlock();
                }
              }

              synchronized int turn() {
                return turn++;
              }
            }
            """);
  }

  @Test
  void lookAndResetInASectionAreNotPartedByAnAtomic() {
    Refactoring.byDefault()
        .leaves(
            """
            import java.util.concurrent.locks.ReentrantLock;

            class Sample {
              private final ReentrantLock lock = new ReentrantLock();
              private final ReentrantLock other = new ReentrantLock();
              private final Object totals = new Object();
              private long points;
              private long expired;

              void earn(int n) {
                lock.lock();
                try {
                  points += n;
                } finally {
                  lock.unlock();
                }
              }

              void correct(int n) {
                other.lock();
                try {
                  points += n;
                } finally {
                  other.unlock();
                }
              }

              void expire() {
                lock.lock();
                try {
                  synchronized (totals) {
                    expired += points;
                  }
                  points = 0;
                } finally {
                  lock.unlock();
                }
              }
            }
            """);
  }
}
