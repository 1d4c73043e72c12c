package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Methods that an annotation makes critical sections. */
final class SynchronizedByAnnotationTest {

  @Test
  void synchronizedOfLombok() {
    CheckTester.of(
            """
            package lombok;

            public @interface Synchronized {}
            """,
            """
            import java.util.concurrent.Executor;
            import lombok.Synchronized;

            class Turnstile {
              private int passed;

              @Synchronized
              private void pass() {
                passed++;
              }

              void open(Executor visitors) {
                for (int i = 0; i < 3; i++) {
                  visitors.execute(this::pass);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockedOfLombok() {
    CheckTester.of(
            """
            package lombok;

            public @interface Locked {
              @interface Read {}

              @interface Write {}
            }
            """,
            """
            import java.util.concurrent.Executor;
            import lombok.Locked;

            class Turnstile {
              private int passed;
              private int left;

              @Locked
              private void pass() {
                passed++;
              }

              @Locked.Write
              private void leave() {
                left++;
              }

              void open(Executor visitors) {
                for (int i = 0; i < 3; i++) {
                  visitors.execute(this::pass);
                  visitors.execute(this::leave);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void readLockOfLombok() {
    CheckTester.of(
            """
            package lombok;

            public @interface Locked {
              @interface Read {}

              @interface Write {}
            }
            """,
            """
            import java.util.concurrent.Executor;
            import lombok.Locked;

            class Turnstile {
              private int passed;

              @Locked.Read
              private void pass() {
                passed++; // BUG: UnsafeReadModifyWrite
              }

              void open(Executor visitors) {
                for (int i = 0; i < 3; i++) {
                  visitors.execute(this::pass);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockThatTheAnnotationNames() {
    CheckTester.of(
            """
            package lombok;

            public @interface Synchronized {
              String value() default "";
            }
            """,
            """
            import java.util.HashMap;
            import java.util.Map;
            import lombok.Synchronized;

            class Limits {
              private final Object limitLock = new Object();
              private final Map<String, Long> limits = new HashMap<>();

              @Synchronized("limitLock")
              public void raise(String tenant, long by) {
                limits.put(tenant, limits.getOrDefault(tenant, 100L) + by);
              }

              public void lower(String tenant, long by) {
                synchronized (limitLock) {
                  limits.computeIfPresent(tenant, (t, limit) -> Math.max(0, limit - by));
                }
              }

              public long of(String tenant) {
                synchronized (limitLock) {
                  return limits.getOrDefault(tenant, 100L);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void generatedLockIsNotTheMonitorOfTheObject() {
    CheckTester.of(
            """
            package lombok;

            public @interface Synchronized {}
            """,
            """
            import java.util.HashMap;
            import java.util.Map;
            import lombok.Synchronized;

            class Usage {
              private final Map<String, Long> used = new HashMap<>();

              @Synchronized
              public boolean take(String tenant, long n, long limit) {
                long before = used.getOrDefault(tenant, 0L);
                if (before + n > limit) {
                  return false;
                }
                used.put(tenant, before + n);
                return true;
              }

              @Synchronized
              public void release(String tenant, long n) {
                used.merge(tenant, -n, Long::sum);
              }

              public synchronized void charge(String tenant, long n) {
                long before = used.getOrDefault(tenant, 0L);
                used.put(tenant, before + n); // BUG: InconsistentLocking
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
