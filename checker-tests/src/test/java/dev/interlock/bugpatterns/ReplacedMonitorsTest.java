package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Monitors that another object takes the place of. */
final class ReplacedMonitorsTest {

  @Test
  void monitorThatTheUpdateItselfReplaces() {
    CheckTester.of(
            """
            import java.util.Arrays;
            import java.util.concurrent.ExecutorService;

            class Ballots {
              private String cast = "";
              private String[] names = new String[0];

              void vote(ExecutorService scanners, String name) {
                scanners.execute(
                    () -> {
                      synchronized (cast) {
                        cast = cast + name; // BUG: InconsistentLocking
                      }
                      synchronized (names) {
                        String[] longer = Arrays.copyOf(names, names.length + 1);
                        longer[names.length] = name;
                        names = longer; // BUG: InconsistentLocking
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void monitorThatStays() {
    CheckTester.of(
            """
            import java.util.Arrays;
            import java.util.concurrent.ExecutorService;

            class Ballots {
              private final Object seal = new Object();
              private Integer cast = 0;
              private String[] names = new String[0];
              private final int[] perParty = new int[8];

              void vote(ExecutorService scanners, String name) {
                scanners.execute(
                    () -> {
                      synchronized (seal) {
                        cast++;
                        String[] longer = Arrays.copyOf(names, names.length + 1);
                        longer[names.length] = name;
                        names = longer;
                      }
                      synchronized (perParty) {
                        perParty[name.length() % 8]++;
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void listThatIsReplacedWhileItIsTheMonitor() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.ExecutorService;

            class Playlist {
              private List<String> wishes = new ArrayList<>();

              void open(ExecutorService phones, String song) {
                phones.execute(() -> wish(song));
                phones.execute(this::newHour);
              }

              private void wish(String song) {
                synchronized (wishes) {
                  wishes.add(song);
                }
              }

              private List<String> newHour() {
                synchronized (wishes) {
                  List<String> old = wishes;
                  wishes = new ArrayList<>(); // BUG: InconsistentLocking
                  return old;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void monitorThatAContainerSetsBeforeTheObjectIsUsed() {
    CheckTester.of(AWARE, registrar("implements BeanFactoryAware", "")).reportsWhatIsMarked();
  }

  @Test
  void monitorThatAnyoneMaySet() {
    CheckTester.of(registrar("", " // BUG: InconsistentLocking")).reportsWhatIsMarked();
  }

  private static final String AWARE =
      """
      package org.springframework.beans.factory;

      public interface BeanFactoryAware {
        void setBeanFactory(Object factory);
      }
      """;

  private static String registrar(String supertype, String mark) {
    String use = supertype.isEmpty() ? "" : "import org.springframework.beans.factory.*;\n";
    return use
        + """
        class Registrar %s {
          private Object mutex = new Object();
          private int endpoints;

          public void setBeanFactory(Object factory) {
            mutex = factory;
          }

          int register(String endpoint) {
            synchronized (mutex) {
              return ++endpoints;%s
            }
          }
        }
        """
            .formatted(supertype, mark);
  }
}
