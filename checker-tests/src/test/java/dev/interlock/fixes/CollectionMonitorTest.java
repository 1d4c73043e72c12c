package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** Two calls on a synchronised collection hold its own monitor. */
final class CollectionMonitorTest {

  @Test
  void monitorOfTheCollectionIsHeldOverBothSteps() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.ArrayList;
            import java.util.Collections;
            import java.util.List;
            import java.util.Vector;

            class Sample {
              private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
              private final Vector<String> names = new Vector<>();

              void append(String line) {
                lines.add(line);
              }

              String next() {
                if (!lines.isEmpty()) {
                  return lines.remove(0);
                }
                return null;
              }

              String lastName() {
                return names.isEmpty() ? null : names.remove(names.size() - 1);
              }
            }
            """,
            """
            import java.util.ArrayList;
            import java.util.Collections;
            import java.util.List;
            import java.util.Vector;

            class Sample {
              private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
              private final Vector<String> names = new Vector<>();

              void append(String line) {
                lines.add(line);
              }

              String next() {
                synchronized (lines) {
                  if (!lines.isEmpty()) {
                    return lines.remove(0);
                  }
                }
                return null;
              }

              String lastName() {
                return names.isEmpty() ? null : names.remove(names.size() - 1);
              }
            }
            """);
  }

  @Test
  void alienMethodIsNotCalledUnderTheMonitor() {
    Refactoring.byDefault()
        .leaves(
            """
            import java.util.ArrayList;
            import java.util.Collections;
            import java.util.List;

            class Sample {
              interface Listener {
                void told();
              }

              private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

              void append(String line, Listener listener) {
                if (lines.size() < 10) {
                  listener.told();
                  lines.add(line);
                }
              }
            }
            """);
  }

  @Test
  void copyAndClearHoldTheMonitor() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.ArrayList;
            import java.util.Collections;
            import java.util.List;

            class Sample {
              private final List<String> pending = Collections.synchronizedList(new ArrayList<>());

              void record(String line) {
                pending.add(line);
              }

              List<String> flush() {
                List<String> batch = new ArrayList<>(pending);
                pending.clear();
                return batch;
              }
            }
            """,
            """
            import java.util.ArrayList;
            import java.util.Collections;
            import java.util.List;

            class Sample {
              private final List<String> pending = Collections.synchronizedList(new ArrayList<>());

              void record(String line) {
                pending.add(line);
              }

              List<String> flush() {
                List<String> batch;
                synchronized (pending) {
                  batch = new ArrayList<>(pending);
                  pending.clear();
                }
                return batch;
              }
            }
            """);
  }

  @Test
  void variableThatIsNeverAssignedAgainNamesOneCollection() {
    Refactoring.byDefault()
        .leaves(
            """
            import java.util.Vector;

            class Sample {
              private static Vector<String> banned = new Vector<>();

              static void ban(String user) {
                if (!banned.contains(user)) {
                  banned.addElement(user);
                }
              }

              static Vector<String> banned() {
                return banned;
              }
            }
            """);
  }

  @Test
  void looksThatDecideAboutTheChangeAreInTheSection() {
    Refactoring.byDefault()
        .turns(
            """

            import java.util.ArrayList;
            import java.util.Collections;
            import java.util.List;

            class Sample {
              private final List<String> jobs = Collections.synchronizedList(new ArrayList<>());

              void add(String job) {
                jobs.add(job);
              }

              String latest() {
                if (jobs.isEmpty()) {
                  return null;
                }
                return jobs.remove(jobs.size() - 1);
              }
            }
            """,
            """

            import java.util.ArrayList;
            import java.util.Collections;
            import java.util.List;

            class Sample {
              private final List<String> jobs = Collections.synchronizedList(new ArrayList<>());

              void add(String job) {
                jobs.add(job);
              }

              String latest() {
                synchronized (jobs) {
                  if (jobs.isEmpty()) {
                    return null;
                  }
                  return jobs.remove(jobs.size() - 1);
                }
              }
            }
            """);
  }
}
