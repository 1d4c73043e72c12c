package dev.interlock.bugpatterns;

import static com.google.common.truth.Truth.assertThat;

import dev.interlock.testing.CheckTester;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

/** How sure a finding is decides whether it is an error, a warning, or told on request only. */
final class ConfidenceTest {
  private static final String SUSPECTED = "-XepOpt:Interlock:Report=suspected";

  private static final String VOLATILE_FLAG =
      """
      class Lobby {
        private volatile boolean lit;

        void light() {
          if (!lit) {
            lit = true;
            System.out.println("lit");
          }
        }
      }
      """;

  private static final String FLAG_THAT_IS_CLAIMED =
      """
      class Lobby {
        private volatile boolean taken;

        boolean claim() {
          if (!taken) {
            taken = true;
            return true;
          }
          return false;
        }
      }
      """;

  private static final String TWO_STEPS_ON_A_CONCURRENT_MAP =
      """
      import java.util.concurrent.ConcurrentHashMap;
      import java.util.concurrent.ConcurrentMap;

      class Sessions {
        private final ConcurrentMap<String, Object> sessions = new ConcurrentHashMap<>();

        Object open(String user) {
          Object session = sessions.get(user);
          if (session == null) {
            session = new Object();
            sessions.put(user, session);
          }
          return session;
        }
      }
      """;

  private static final String VOLATILE_COUNTER =
      """
      class Meter {
        private volatile long count;

        void mark() {
          count++;
        }
      }
      """;

  @Test
  void volatileFlagIsNotReported() {
    assertThat(CheckTester.of(VOLATILE_FLAG).diagnostics()).isEmpty();
  }

  @Test
  void volatileFlagIsReportedWhereSuspicionsAreAskedFor() {
    assertThat(kindOf(CheckTester.of(VOLATILE_FLAG).withOptions(SUSPECTED)))
        .isEqualTo(Diagnostic.Kind.WARNING);
  }

  @Test
  void volatileFlagThatIsClaimedIsAWarning() {
    assertThat(kindOf(CheckTester.of(FLAG_THAT_IS_CLAIMED))).isEqualTo(Diagnostic.Kind.WARNING);
  }

  @Test
  void twoStepsOnAConcurrentMapAreAWarning() {
    assertThat(kindOf(CheckTester.of(TWO_STEPS_ON_A_CONCURRENT_MAP)))
        .isEqualTo(Diagnostic.Kind.WARNING);
  }

  @Test
  void twoStepsOnAConcurrentMapAreAnErrorWhereTheFlagsSaySo() {
    assertThat(
            kindOf(
                CheckTester.of(TWO_STEPS_ON_A_CONCURRENT_MAP)
                    .withOptions("-Xep:NonAtomicCheckThenAct:ERROR")))
        .isEqualTo(Diagnostic.Kind.ERROR);
  }

  @Test
  void counterOfAnEntryIsAWarning() {
    assertThat(
            kindOf(
                CheckTester.of(
                    """
                    import java.util.concurrent.ConcurrentHashMap;
                    import java.util.concurrent.ConcurrentMap;

                    class Pages {
                      private final ConcurrentMap<String, Page> pages = new ConcurrentHashMap<>();

                      void visit(String name) {
                        pages.computeIfAbsent(name, unused -> new Page()).visit();
                      }

                      private static final class Page {
                        private int visits;

                        void visit() {
                          visits++;
                        }
                      }
                    }
                    """)))
        .isEqualTo(Diagnostic.Kind.WARNING);
  }

  @Test
  void lockThatFewTakeButForNothingElseIsAWarning() {
    assertThat(
            kindOf(
                CheckTester.of(
                    """
                    import java.util.ArrayList;
                    import java.util.List;

                    class Guests {
                      private final List<String> guests = new ArrayList<>();

                      synchronized String[] list() {
                        return guests.toArray(new String[0]);
                      }

                      void add(String guest) {
                        guests.add(guest);
                      }

                      boolean has(String guest) {
                        return guests.contains(guest);
                      }

                      int size() {
                        return guests.size();
                      }
                    }
                    """)))
        .isEqualTo(Diagnostic.Kind.WARNING);
  }

  @Test
  void stateThatAnEnumSaysIsAWarning() {
    assertThat(
            kindOf(
                CheckTester.of(
                    """
                    class Lobby {
                      private enum Phase { GATHERING, RUNNING, OVER }

                      private volatile Phase phase = Phase.GATHERING;

                      void admit() {
                        if (phase == Phase.RUNNING || phase == Phase.OVER) {
                          return;
                        }
                        phase = Phase.RUNNING;
                        System.out.println("running");
                      }
                    }
                    """)))
        .isEqualTo(Diagnostic.Kind.WARNING);
  }

  @Test
  void whatIsComparedBesideAFlagDoesNotMakeItMoreThanAFlag() {
    assertThat(
            CheckTester.of(
                    """
                    class Deadline {
                      private final long end = System.nanoTime() + 1_000_000;
                      private volatile boolean over;

                      boolean isOver() {
                        if (!over && System.nanoTime() > end) {
                          over = true;
                        }
                        return over;
                      }
                    }
                    """)
                .diagnostics())
        .isEmpty();
  }

  @Test
  void volatileCounterIsAnError() {
    assertThat(kindOf(CheckTester.of(VOLATILE_COUNTER))).isEqualTo(Diagnostic.Kind.ERROR);
  }

  private static Diagnostic.Kind kindOf(CheckTester tester) {
    assertThat(tester.diagnostics()).hasSize(1);
    return tester.diagnostics().get(0).getKind();
  }

  @Test
  void newValueThatOtherCodeIsToldOfIsAWarning() {
    assertThat(kindOf(CheckTester.of(newMaster("if (!master.equals(current)) {"))))
        .isEqualTo(Diagnostic.Kind.WARNING);
  }

  @Test
  void valueThatIsToldOfBecauseOfAnotherIsASuspicion() {
    assertThat(CheckTester.of(newMaster("if (!current.equals(\"\")) {")).diagnostics()).isEmpty();
  }

  private static String newMaster(String test) {
    return """
        class Pool {
          private volatile String current = "";

          void master(String master) {
            %s
              current = master;
              connect(master);
            }
          }

          void connect(String master) {}
        }
        """
        .formatted(test);
  }
}
