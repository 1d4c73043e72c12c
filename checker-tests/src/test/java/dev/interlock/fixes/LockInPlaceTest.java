package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** What goes under the lock in use together, and beside which other locks. */
final class LockInPlaceTest {

  @Test
  void elementIsChangedInTheSectionThatLooksItUp() {
    Refactoring.byDefault()
        .turns(
            crews(
                """
                  void hire(String ship, String sailor) {
                    Set<String> crew;
                    synchronized (this) {
                      crew = crews.get(ship);
                      if (crew == null) {
                        crew = new HashSet<>();
                        crews.put(ship, crew);
                      }
                    }
                    crew.add(sailor);
                  }

                  void fire(String ship, String sailor) {
                    Set<String> crew = crews.get(ship);
                    if (crew != null) {
                      crew.remove(sailor);
                    }
                  }
                """),
            crews(
                """
                  void hire(String ship, String sailor) {
                    Set<String> crew;
                    synchronized (this) {
                      crew = crews.get(ship);
                      if (crew == null) {
                        crew = new HashSet<>();
                        crews.put(ship, crew);
                      }
                      crew.add(sailor);
                    }
                  }

                  void fire(String ship, String sailor) {
                    synchronized (this) {
                      Set<String> crew = crews.get(ship);
                      if (crew != null) {
                        crew.remove(sailor);
                      }
                    }
                  }
                """));
  }

  private static String crews(String code) {
    return """
        import java.util.HashMap;
        import java.util.HashSet;
        import java.util.Map;
        import java.util.Set;

        class Sample {
          private final Map<String, Set<String>> crews = new HashMap<>();

          synchronized boolean serves(String ship, String sailor) {
            Set<String> crew = crews.get(ship);
            return crew != null && crew.contains(sailor);
          }

          synchronized void sink(String ship) {
            crews.remove(ship);
          }

        %s}
        """
        .formatted(code);
  }

  @Test
  void monitorThatIsTakenLastIsTakenInsideOfAnotherLock() {
    Refactoring.byDefault().turns(pilots("", "    pilots.add(pilot);\n"), pilots("", NESTED));
  }

  private static final String NESTED =
      """
          synchronized (pilots) {
            pilots.add(pilot);
          }
      """;

  @Test
  void monitorThatIsHeldForOtherCodeIsNotTakenInsideOfAnotherLock() {
    Refactoring.byDefault()
        .leaves(
            pilots(
                """

                  void each(java.util.function.Consumer<String> action) {
                    synchronized (pilots) {
                      pilots.forEach(action);
                    }
                  }
                """,
                "    pilots.add(pilot);\n"));
  }

  private static String pilots(String more, String addition) {
    return """
        import java.util.ArrayList;
        import java.util.List;

        class Sample {
          private final List<String> pilots = new ArrayList<>();
          private int turns;

          synchronized void turn(String pilot) {
            turns++;
        %s  }

          synchronized int turns() {
            return turns;
          }

          void come(String pilot) {
            synchronized (pilots) {
              pilots.add(pilot);
            }
          }

          int number() {
            synchronized (pilots) {
              return pilots.size();
            }
          }
        %s}
        """
        .formatted(addition, more);
  }

  @Test
  void mereLookAtAVolatileVariableUnderAnotherLockStaysThere() {
    Refactoring.byDefault()
        .turns(
            next("    if (next == null) {\n      next = successor;\n    }\n"),
            next(
                """
                    synchronized (this) {
                      if (next == null) {
                        next = successor;
                      }
                    }
                """));
  }

  private static String next(String change) {
    return """
        class Sample {
          private final Object input = new Object();
          private volatile Runnable next;

          void then(Runnable successor) {
        %s  }

          synchronized void detach() {
            if (next != null) {
              next = null;
            }
          }

          synchronized void insert(Runnable successor) {
            if (next != successor) {
              next = successor;
            }
          }

          void feed() {
            synchronized (input) {
              Runnable now = next;
              System.out.println(now);
            }
          }
        }
        """
        .formatted(change);
  }

  @Test
  void collectionUnderLocksThatDifferBecomesConcurrent() {
    Refactoring.byDefault()
        .turns(
            failures("java.util.HashMap", "", "HashMap"),
            failures("", "java.util.concurrent.ConcurrentHashMap", "ConcurrentHashMap"));
  }

  private static String failures(String before, String after, String made) {
    return """
        %simport java.util.Map;
        %s
        class Sample {
          enum Kind {
            PLUGIN,
            THEME
          }

          private final Map<String, Integer> failures = new %s<>();

          void run() {
            new Thread(() -> fail(Kind.PLUGIN, "a")).start();
            new Thread(() -> fail(Kind.THEME, "b")).start();
          }

          private void fail(Kind kind, String name) {
            synchronized (kind) {
              failures.merge(name, 1, Integer::sum);
            }
          }
        }
        """
        .formatted(imported(before), imported(after), made);
  }

  private static String imported(String name) {
    return name.isEmpty() ? "" : "import " + name + ";\n";
  }

  @Test
  void staticVariableIsLockedInConstructorsToo() {
    Refactoring.preferring("mutex")
        .leaves(
            """
            class Sample {
              private static long opened;

              Sample() {
                synchronized (this) {
                  opened++;
                }
              }

              static long opened() {
                return opened;
              }

              static void start(java.util.concurrent.Executor pool) {
                while (true) {
                  pool.execute(Sample::new);
                }
              }
            }
            """);
  }
}
