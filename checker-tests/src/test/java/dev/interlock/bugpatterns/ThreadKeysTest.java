package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Plain containers that keep an entry for each thread. */
final class ThreadKeysTest {

  @Test
  void formatsOfThreads() {
    CheckTester.of(
            """
            import java.text.DateFormat;
            import java.util.Map;
            import java.util.WeakHashMap;

            class Formats {
              private final Map<Thread, DateFormat> formats = new WeakHashMap<>();
              private final DateFormat pattern;

              Formats(DateFormat pattern) {
                this.pattern = pattern;
              }

              DateFormat get() {
                DateFormat format = formats.get(Thread.currentThread());
                if (format == null) {
                  format = (DateFormat) pattern.clone();
                  formats.put(Thread.currentThread(), format); // BUG: UnguardedCollectionMutation
                }
                return format;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void namesOfThreads() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.Map;

            @SuppressWarnings("deprecation") // getId(), from Java 19 on
            class Depths {
              private final Map<Long, Integer> depths = new HashMap<>();

              void enter() {
                long me = Thread.currentThread().getId();
                depths.merge(me, 1, Integer::sum); // BUG: UnguardedCollectionMutation
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockedAndConcurrentOnes() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Depths {
              private final Map<Thread, Integer> locked = new HashMap<>();
              private final Map<Thread, Integer> concurrent = new ConcurrentHashMap<>();

              synchronized void enter() {
                locked.put(Thread.currentThread(), 1);
              }

              void leave() {
                concurrent.put(Thread.currentThread(), 0);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void entriesByOtherKeys() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.Map;

            class Depths {
              private final Map<String, Thread> workers = new HashMap<>();

              void named(String name) {
                workers.put(name, Thread.currentThread());
              }

              Map<Thread, Integer> mine() {
                Map<Thread, Integer> own = new HashMap<>();
                own.put(Thread.currentThread(), 1);
                return own;
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
