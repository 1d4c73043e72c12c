package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Objects of one class that guard themselves, and updates of one under the lock of another. */
final class SiblingLocksTest {

  @Test
  void monitorOfThePayerDoesNotGuardThePayee() {
    CheckTester.of(
            """
            class Purse {
              int coins;

              synchronized void add(int n) {
                coins += n;
              }
            }

            class Desk {
              void move(Purse from, Purse to, int n) {
                synchronized (from) {
                  from.coins -= n;
                  to.coins += n; // BUG: InconsistentLocking
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void monitorsOfBothGuardBoth() {
    CheckTester.of(
            """
            class Purse {
              int coins;

              synchronized void add(int n) {
                coins += n;
              }
            }

            class Desk {
              void move(Purse from, Purse to, int n) {
                synchronized (from) {
                  synchronized (to) {
                    from.coins -= n;
                    to.coins += n;
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void synchronizedMethodDoesNotLockAnotherObjectOfItsClass() {
    CheckTester.of(
            """
            class Histogram {
              private long count;

              synchronized void record() {
                count++;
              }

              synchronized void drainInto(Histogram other) {
                other.count += count; // BUG: InconsistentLocking
                count = 0;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void copyThatNobodyElseKnowsNeedsNoLock() {
    CheckTester.of(
            """
            class Histogram {
              private long count;

              synchronized void record() {
                count++;
              }

              synchronized Histogram copy() {
                Histogram copy = new Histogram();
                copy.count += count;
                return copy;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void methodThatLeavesLockingToItsCallersIsLockedByTheRightOne() {
    CheckTester.of(
            """
            class Item {
              private int stock;

              void take(int n) {
                stock -= n;
              }

              void put(int n) {
                stock += n; // BUG: InconsistentLocking
              }
            }

            class Warehouse {
              void receive(Item item, int n) {
                synchronized (item) {
                  item.put(n);
                }
              }

              void exchange(Item a, Item b, int n) {
                synchronized (a) {
                  a.take(n);
                  b.put(n);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void nodesOfOneListMayHaveTheLockOfItsHead() {
    CheckTester.of(
            """
            class Bins {
              static class Node {
                Node next;
                int hits;
              }

              private final Node[] bins = new Node[16];

              void hit(int hash) {
                Node first = bins[hash & 15];
                synchronized (first) {
                  first.hits++;
                  first.next.hits++;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockOfWhateverHoldsThemAllGuardsThemAll() {
    CheckTester.of(
            """
            class Casino {
              static class Purse {
                int coins;
              }

              synchronized void move(Purse from, Purse to, int n) {
                from.coins -= n;
                to.coins += n;
              }

              void win(Purse purse) {
                synchronized (this) {
                  purse.coins++;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void explicitLockOfAnotherObjectIsNotEither() {
    CheckTester.of(
            """
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            class Vault {
              final Lock lock = new ReentrantLock();
              long gold;

              void add(long n) {
                lock.lock();
                try {
                  gold += n;
                } finally {
                  lock.unlock();
                }
              }

              void pour(Vault other, long n) {
                lock.lock();
                try {
                  gold -= n;
                  other.gold += n; // BUG: InconsistentLocking
                } finally {
                  lock.unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void objectWithTwoNamesIsGuardedByItsLockUnderEither() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Meters {
              static class Meter {
                private final Object lock = new Object();
                private long total;

                void add(long units) {
                  synchronized (lock) {
                    total += units;
                  }
                }

                void reset() {
                  synchronized (lock) {
                    total = 0;
                  }
                }
              }

              private final Map<String, Meter> meters = new ConcurrentHashMap<>();

              Meter meter(String customer) {
                return meters.computeIfAbsent(customer, c -> new Meter());
              }

              void read(Iterable<String> street) {
                for (String house : street) {
                  meter(house).add(1);
                }
              }
            }

            class Collector extends Thread {
              private final Meters meters;
              private final Iterable<String> street;

              Collector(Meters meters, Iterable<String> street) {
                this.meters = meters;
                this.street = street;
              }

              @Override
              public void run() {
                for (String house : street) {
                  meters.meter(house).add(1);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
