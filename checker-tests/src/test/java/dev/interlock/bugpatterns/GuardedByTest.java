package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Locks that {@code @GuardedBy} names. */
final class GuardedByTest {

  @Test
  void guardThatTheDeclarationNames() {
    CheckTester.of(
            """
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;
            import java.util.concurrent.locks.ReentrantReadWriteLock;

            class Elevator {
              private final Lock lock = new ReentrantLock();
              private final ReentrantReadWriteLock both = new ReentrantReadWriteLock();
              private static final Object ALL = new Object();

              @GuardedBy("this") private int cycles;

              @GuardedBy("lock") private int trips;

              @GuardedBy("both.writeLock()") private int stops;

              @GuardedBy("Elevator.ALL") private static int everywhere;

              @GuardedBy("Elevator.class") private static int buildings;

              @GuardedBy("getLock()") private int doors;

              Lock getLock() {
                return lock;
              }

              synchronized void right() {
                cycles++;
                lock.lock();
                try {
                  trips++;
                  doors++;
                  departed();
                } finally {
                  lock.unlock();
                }
                both.writeLock().lock();
                try {
                  stops++;
                } finally {
                  both.writeLock().unlock();
                }
                synchronized (ALL) {
                  everywhere++;
                }
                synchronized (Elevator.class) {
                  buildings++;
                }
              }

              @GuardedBy("lock")
              void departed() {
                trips++;
              }

              void wrong() {
                lock.lock();
                try {
                  cycles++; // BUG: InconsistentLocking
                  stops++; // BUG: InconsistentLocking
                } finally {
                  lock.unlock();
                }
                synchronized (this) {
                  trips++; // BUG: InconsistentLocking
                  doors++; // BUG: InconsistentLocking
                  everywhere++; // BUG: InconsistentLocking
                  buildings++; // BUG: InconsistentLocking
                }
              }

              void none() {
                trips++; // BUG: UnsafeReadModifyWrite
              }
            }
            """,
            """
            import java.lang.annotation.Retention;
            import java.lang.annotation.RetentionPolicy;

            @Retention(RetentionPolicy.SOURCE)
            @interface GuardedBy {
              String value();
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void guardOfTheObjectAroundOrOfTheContainerItself() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.Map;

            class House {
              private final Object lock = new Object();

              class Floor {
                @GuardedBy("House.this.lock") private int lights;

                @GuardedBy("itself") private final Map<String, Integer> rooms = new HashMap<>();

                void right(String room) {
                  synchronized (lock) {
                    lights++;
                  }
                  synchronized (rooms) {
                    rooms.merge(room, 1, Integer::sum);
                  }
                }

                synchronized void wrong(String room) {
                  lights++; // BUG: InconsistentLocking
                  rooms.merge(room, 1, Integer::sum); // BUG: InconsistentLocking
                }
              }
            }
            """,
            """
            import java.lang.annotation.Retention;
            import java.lang.annotation.RetentionPolicy;

            @Retention(RetentionPolicy.SOURCE)
            @interface GuardedBy {
              String value();
            }
            """)
        .reportsWhatIsMarked();
  }
}
