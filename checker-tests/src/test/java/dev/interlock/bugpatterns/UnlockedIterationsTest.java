package dev.interlock.bugpatterns;

import static com.google.common.truth.Truth.assertThat;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Synchronized containers do not lock themselves while they are iterated over. */
final class UnlockedIterationsTest {

  @Test
  void iteratorOfASynchronizedListChangesItWithoutItsLock() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.Collections;
            import java.util.Iterator;
            import java.util.List;

            class Listeners {
              private final List<Runnable> listeners =
                  Collections.synchronizedList(new ArrayList<>());

              void add(Runnable listener) {
                listeners.add(listener);
              }

              void removeAllOf(Class<?> type) {
                Iterator<Runnable> all = listeners.iterator();
                while (all.hasNext()) {
                  if (type.isInstance(all.next())) {
                    all.remove(); // BUG: NonAtomicCheckThenAct
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void iterationUnderTheMonitorOfTheListIsSafe() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.Collections;
            import java.util.Iterator;
            import java.util.List;

            class Listeners {
              private final List<Runnable> listeners =
                  Collections.synchronizedList(new ArrayList<>());

              void add(Runnable listener) {
                listeners.add(listener);
              }

              void removeAllOf(Class<?> type) {
                synchronized (listeners) {
                  Iterator<Runnable> all = listeners.iterator();
                  while (all.hasNext()) {
                    if (type.isInstance(all.next())) {
                      all.remove();
                    }
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void iteratorOfAConcurrentContainerLocksForItself() {
    CheckTester.of(
            """
            import java.util.Iterator;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.Set;

            class Listeners {
              private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();

              void add(Runnable listener) {
                listeners.add(listener);
              }

              void removeAllOf(Class<?> type) {
                Iterator<Runnable> all = listeners.iterator();
                while (all.hasNext()) {
                  if (type.isInstance(all.next())) {
                    all.remove();
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void adviceIsToHoldTheMonitorOfTheContainer() {
    assertThat(
            Messages.messageFor(
                """
                import java.util.Collections;
                import java.util.HashMap;
                import java.util.Iterator;
                import java.util.Map;

                class Sessions {
                  private final Map<String, Long> sessions =
                      Collections.synchronizedMap(new HashMap<>());

                  void touch(String id, long now) {
                    sessions.put(id, now);
                  }

                  void expire(long before) {
                    for (Iterator<Long> all = sessions.values().iterator(); all.hasNext(); ) {
                      if (all.next() < before) {
                        all.remove();
                      }
                    }
                  }
                }
                """))
        .contains("Hold the monitor of 'sessions' as long as it is iterated over");
  }
}
