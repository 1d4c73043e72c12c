package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Locks that are taken for the change alone, when the check is made already. */
final class UnrepeatedChecksTest {
  private static final String SETTINGS =
      """
      class Settings {
        private StringBuilder text;

        StringBuilder text() {
          if (text == null) {
            synchronized (this) {
              %s
            }
          }
          return text;
        }
      }
      """;

  @Test
  void valueIsMadeOnceMoreByWhoHasWaitedForTheLock() {
    CheckTester.of(SETTINGS.formatted("text = new StringBuilder(); // BUG: NonAtomicCheckThenAct"))
        .reportsWhatIsMarked();
  }

  @Test
  void checkIsRepeatedUnderTheLock() {
    CheckTester.of(
            SETTINGS
                .replace("private StringBuilder", "private volatile StringBuilder")
                .formatted("if (text == null) { text = new StringBuilder(); }"))
        .reportsWhatIsMarked();
  }

  private static final String SESSION =
      """
      import java.util.concurrent.locks.Lock;
      import java.util.concurrent.locks.ReentrantLock;

      class Session {
        private final Lock lock = new ReentrantLock();
        private volatile boolean ready;
        private int handshakes;

        void input() {
          if (!ready) {
            prepare();%s
          }
        }

        private void prepare() {
          lock.lock();
          try {
            %s
            handshakes++;
            ready = true;
          } finally {
            lock.unlock();
          }
        }
      }
      """;

  @Test
  void methodThatIsCalledThenLocksAndDoesNotLookAgain() {
    CheckTester.of(SESSION.formatted(" // BUG: NonAtomicCheckThenAct", "")).reportsWhatIsMarked();
  }

  @Test
  void methodThatIsCalledThenLooksAgain() {
    CheckTester.of(SESSION.formatted("", "if (ready) { return; }")).reportsWhatIsMarked();
  }

  private static final String SERVER =
      """
      class Server {
        private volatile boolean closed;
        private int ends;

        void %s() {
          if (!closed) {
            synchronized (this) {
              ends++;
              closed = true;%s
            }
          }
        }
      }
      """;

  @Test
  void markThatIsLeftAtTheEndOfLifeIsOneForAll() {
    CheckTester.of(SERVER.formatted("close", "")).reportsWhatIsMarked();
  }

  @Test
  void markThatDecidesOnWorkIsLeftOnce() {
    CheckTester.of(SERVER.formatted("expire", " // BUG: NonAtomicCheckThenAct"))
        .reportsWhatIsMarked();
  }

  @Test
  void lockOfAnotherObjectIsHeldForThatOne() {
    CheckTester.of(
            """
            class Log {
              private boolean begun;

              void write(Appendable out, String line) throws java.io.IOException {
                if (!begun) {
                  synchronized (out) {
                    begun = true;
                    out.append(line);
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void markAloneIsTheSameBothTimes() {
    CheckTester.of(
            """
            class Signal {
              private boolean given;

              void give() {
                if (!given) {
                  synchronized (this) {
                    given = true;
                    notifyAll();
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  private static final String CATALOGUE =
      """
      class Catalogue {
        private StringBuilder entries;

        StringBuilder entries() {
          if (entries == null) {
            load();%s
          }
          return entries;
        }

        %s synchronized void load() {
          entries = new StringBuilder("none");
        }
      }
      """;

  @Test
  void partOfTheOperationLocksForTheChangeAlone() {
    CheckTester.of(CATALOGUE.formatted(" // BUG: NonAtomicCheckThenAct", "private"))
        .reportsWhatIsMarked();
  }

  @Test
  void methodForOthersAsWellReplacesTheValueAtAnyTime() {
    CheckTester.of(CATALOGUE.formatted("", "public")).reportsWhatIsMarked();
  }

  @Test
  void valueThatNeverChangesIsTheSameBothTimes() {
    CheckTester.of(
            """
            class Address {
              private final String host;
              private Integer hash;

              Address(String host) {
                this.host = host;
              }

              Integer hash() {
                if (hash == null) {
                  hashAnew();
                }
                return hash;
              }

              private synchronized void hashAnew() {
                hash = host.hashCode();
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
