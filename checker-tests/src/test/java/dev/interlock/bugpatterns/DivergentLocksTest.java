package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Locations of which every update is locked, though not every one by the same lock. */
final class DivergentLocksTest {

  @Test
  void twoLocksForOneCounterGuardNothing() {
    CheckTester.of(
            """
            import java.util.concurrent.locks.ReentrantLock;

            class Buffer {
              private final ReentrantLock putting = new ReentrantLock();
              private final ReentrantLock taking = new ReentrantLock();
              private volatile int size;
              private int put;

              void put() {
                putting.lock();
                try {
                  put++;
                  size++; // BUG: InconsistentLocking
                } finally {
                  putting.unlock();
                }
              }

              void take() {
                taking.lock();
                try {
                  size--; // BUG: InconsistentLocking
                } finally {
                  taking.unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockThatMostTakeIsTheRightOne() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;

            class Nodes {
              private final List<String> nodes = new ArrayList<>();

              void add(String node) {
                synchronized (this) {
                  nodes.add(node); // BUG: InconsistentLocking
                }
              }

              void remove(String node) {
                synchronized (nodes) {
                  nodes.remove(node);
                }
              }

              void clear() {
                synchronized (nodes) {
                  nodes.clear();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void twoNamesMayMeanOneLock() {
    CheckTester.of(
            """
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantReadWriteLock;

            class Stock {
              private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
              private final Lock write = lock.writeLock();
              private int pieces;

              void deliver() {
                write.lock();
                try {
                  pieces++;
                } finally {
                  write.unlock();
                }
              }

              void sell() {
                lock.writeLock().lock();
                try {
                  pieces--;
                } finally {
                  lock.writeLock().unlock();
                }
              }
            }

            class Till {
              private final Object mutex;
              private int cash;

              Till(Object mutex) {
                this.mutex = mutex == null ? this : mutex;
              }

              synchronized void pay() {
                cash++;
              }

              void withdraw() {
                synchronized (mutex) {
                  cash--;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void secondLockBesidesTheCommonOneDoesNoHarm() {
    CheckTester.of(
            """
            class Depot {
              private final Object gate = new Object();
              private int parcels;

              synchronized void bring() {
                synchronized (gate) {
                  parcels++;
                }
              }

              synchronized void fetch() {
                parcels--;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void monitorOfTheOnlyObjectGuardsStaticState() {
    CheckTester.of(
            """
            class Settings {
              private static final Runnable LISTENER = new Listener();

              private static volatile int changes;

              private static final class Listener implements Runnable {
                @Override
                public synchronized void run() {
                  changes++;
                }
              }
            }

            class Preferences {
              private static volatile int changes;

              static Runnable listener() {
                return new Listener();
              }

              private static final class Listener implements Runnable {
                @Override
                public synchronized void run() {
                  changes++; // BUG: InconsistentLocking
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void calledMethodTakesTheLockThatGuards() {
    CheckTester.of(
            """
            import java.util.ArrayDeque;
            import java.util.Deque;
            import java.util.concurrent.locks.ReentrantLock;

            class Dispatcher {
              private final ReentrantLock dispatching = new ReentrantLock();
              private final ReentrantLock queueLock = new ReentrantLock();
              private final Deque<String> waiting = new ArrayDeque<>();

              void send(String id) {
                queueLock.lock();
                try {
                  waiting.addLast(id);
                } finally {
                  queueLock.unlock();
                }
                dispatch();
              }

              private void dispatch() {
                dispatching.lock();
                try {
                  String id = next();
                  if (id != null && id.isBlank()) {
                    giveBack(id);
                  }
                } finally {
                  dispatching.unlock();
                }
              }

              private String next() {
                queueLock.lock();
                try {
                  return waiting.isEmpty() ? null : waiting.removeFirst();
                } finally {
                  queueLock.unlock();
                }
              }

              private void giveBack(String id) {
                queueLock.lock();
                try {
                  waiting.addFirst(id);
                } finally {
                  queueLock.unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void calledMethodReliesOnTheLockOfItsCallers() {
    CheckTester.of(
            """
            import java.util.ArrayDeque;
            import java.util.Deque;
            import java.util.concurrent.locks.ReentrantLock;

            class Dispatcher {
              private final ReentrantLock dispatching = new ReentrantLock();
              private final ReentrantLock queueLock = new ReentrantLock();
              private final Deque<String> waiting = new ArrayDeque<>();

              void send(String id) {
                queueLock.lock();
                try {
                  waiting.addLast(id); // BUG: InconsistentLocking
                } finally {
                  queueLock.unlock();
                }
                dispatch();
              }

              private void dispatch() {
                dispatching.lock();
                try {
                  String id = next();
                  if (id != null && id.isBlank()) {
                    giveBack(id);
                  }
                } finally {
                  dispatching.unlock();
                }
              }

              private String next() {
                queueLock.lock();
                try {
                  return waiting.isEmpty() ? null : waiting.removeFirst();
                } finally {
                  queueLock.unlock();
                }
              }

              private void giveBack(String id) {
                waiting.addFirst(id); // BUG: InconsistentLocking
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void readsTellWhichOfTwoLocksIsWrong() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;

            class Queue {
              private final Object consumersLock = new Object();
              private final Object pagesLock = new Object();
              private final List<String> consumers = new ArrayList<>();

              public void add(String consumer) {
                synchronized (consumersLock) {
                  consumers.add(consumer);
                }
              }

              public void remove(String consumer) {
                synchronized (pagesLock) {
                  consumers.remove(consumer); // BUG: InconsistentLocking
                }
              }

              public String first() {
                synchronized (consumersLock) {
                  return consumers.get(0);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
