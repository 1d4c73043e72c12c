package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Objects that call one another in chains, so that nobody knows whose state is meant. */
final class ChainsOfObjectsTest {
  /** A protocol that passes messages to the one above it. */
  private static final String CHAIN =
      """
      interface Handler {
        void up(String message);
      }

      /** Protocol. Messages come %s. */
      class Protocol implements Handler {
        private final Handler above;
        private long received;

        Protocol(Handler above) {
          this.above = above;
        }

        @Override
        public void up(String message) {
          received++;%s
          above.up(message);
        }
      }
      """;

  @Test
  void stageChangesWithoutTheLockOfItsOtherMethod() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.locks.ReentrantLock;

            abstract class Stage {
              Stage previous;
              Stage next;

              void gone(String member) {
                if (previous != null) {
                  previous.gone(member);
                }
              }

              void send(String member) {
                if (next != null) {
                  next.send(member);
                }
              }
            }

            class Numbering extends Stage {
              private final Map<String, Integer> sent = new HashMap<>();
              private final ReentrantLock sentLock = new ReentrantLock();

              @Override
              void send(String member) {
                sentLock.lock();
                try {
                  count(member);
                } finally {
                  sentLock.unlock();
                }
                super.send(member);
              }

              protected void count(String member) {
                Integer before = sent.get(member);
                sent.put(member, before == null ? 1 : before + 1);
              }

              @Override
              void gone(String member) {
                sent.remove(member); // BUG: UnguardedCollectionMutation
                super.gone(member);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void stageHoldsItsLock() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.locks.ReentrantLock;

            abstract class Stage {
              Stage previous;
              Stage next;

              void gone(String member) {
                if (previous != null) {
                  previous.gone(member);
                }
              }

              void send(String member) {
                if (next != null) {
                  next.send(member);
                }
              }
            }

            class Numbering extends Stage {
              private final Map<String, Integer> sent = new HashMap<>();
              private final ReentrantLock sentLock = new ReentrantLock();

              @Override
              void send(String member) {
                sentLock.lock();
                try {
                  count(member);
                } finally {
                  sentLock.unlock();
                }
                super.send(member);
              }

              protected void count(String member) {
                Integer before = sent.get(member);
                sent.put(member, before == null ? 1 : before + 1);
              }

              @Override
              void gone(String member) {
                sentLock.lock();
                try {
                  sent.remove(member);
                } finally {
                  sentLock.unlock();
                }
                super.gone(member);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void storeBehindDecoratorsChecksAndPuts() {
    CheckTester.of(
            """
            import java.util.concurrent.ConcurrentHashMap;

            interface Store {
              void put(long day, String line);
            }

            class Logging implements Store {
              private final Store inner;

              Logging(Store inner) {
                this.inner = inner;
              }

              @Override
              public void put(long day, String line) {
                System.out.println(line);
                inner.put(day, line);
              }
            }

            class Metered implements Store {
              private final Store inner;

              Metered(Store inner) {
                this.inner = inner;
              }

              @Override
              public void put(long day, String line) {
                inner.put(day, line);
              }
            }

            class Segmented implements Store {
              private final ConcurrentHashMap<Long, StringBuffer> segments = new ConcurrentHashMap<>();

              @Override
              public void put(long day, String line) {
                if (!segments.containsKey(day)) {
                  StringBuffer made = new StringBuffer();
                  made.append(day);
                  segments.put(day, made); // BUG: NonAtomicCheckThenAct
                }
                segments.get(day).append(line);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void storeBehindDecoratorsPutsIfAbsent() {
    CheckTester.of(
            """
            import java.util.concurrent.ConcurrentHashMap;

            interface Store {
              void put(long day, String line);
            }

            class Logging implements Store {
              private final Store inner;

              Logging(Store inner) {
                this.inner = inner;
              }

              @Override
              public void put(long day, String line) {
                System.out.println(line);
                inner.put(day, line);
              }
            }

            class Metered implements Store {
              private final Store inner;

              Metered(Store inner) {
                this.inner = inner;
              }

              @Override
              public void put(long day, String line) {
                inner.put(day, line);
              }
            }

            class Segmented implements Store {
              private final ConcurrentHashMap<Long, StringBuffer> segments = new ConcurrentHashMap<>();

              @Override
              public void put(long day, String line) {
                segments.computeIfAbsent(day, d -> new StringBuffer().append(d));
                segments.get(day).append(line);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void cursorHoldsItsOwnMonitorForTheTable() {
    CheckTester.of(
            """
            import java.util.HashSet;
            import java.util.Set;

            interface Cursor {
              void close();
            }

            interface Source {
              Cursor open();
            }

            class Renamed implements Cursor {
              private final Cursor inner;

              Renamed(Cursor inner) {
                this.inner = inner;
              }

              @Override
              public void close() {
                inner.close();
              }
            }

            class Table implements Source {
              private final Set<Cursor> open = new HashSet<>();

              @Override
              public synchronized Cursor open() {
                Rows rows = new Rows();
                open.add(rows);
                return rows;
              }

              synchronized void closeAll() {
                open.clear();
              }

              private class Rows implements Cursor {
                private boolean closed;

                @Override
                public synchronized void close() {
                  closed = true;
                  open.remove(this); // BUG: UnguardedCollectionMutation
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void cursorHoldsTheMonitorOfTheTable() {
    CheckTester.of(
            """
            import java.util.HashSet;
            import java.util.Set;

            interface Cursor {
              void close();
            }

            interface Source {
              Cursor open();
            }

            class Renamed implements Cursor {
              private final Cursor inner;

              Renamed(Cursor inner) {
                this.inner = inner;
              }

              @Override
              public void close() {
                inner.close();
              }
            }

            class Table implements Source {
              private final Set<Cursor> open = new HashSet<>();

              @Override
              public synchronized Cursor open() {
                Rows rows = new Rows();
                open.add(rows);
                return rows;
              }

              synchronized void closeAll() {
                open.clear();
              }

              private class Rows implements Cursor {
                private boolean closed;

                @Override
                public void close() {
                  synchronized (Table.this) {
                    closed = true;
                    open.remove(this);
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void nextOneInAChainThatAnyThreadCalls() {
    CheckTester.of(
            CHAIN.formatted("from any thread of the transport", " // BUG: UnsafeReadModifyWrite"))
        .reportsWhatIsMarked();
  }

  @Test
  void nextOneInAChainOfWhichNothingIsSaid() {
    CheckTester.of(CHAIN.formatted("in order", "")).reportsWhatIsMarked();
  }
}
