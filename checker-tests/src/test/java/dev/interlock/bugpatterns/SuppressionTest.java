package dev.interlock.bugpatterns;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;

import dev.interlock.testing.CheckTester;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

/** Where findings are not told, although they are there. */
final class SuppressionTest {
  private static final String VISITS =
      """
      class Visits {
        private volatile int count;

        void visit() {
          count++;
        }
      }
      """;

  @Test
  void checkIsSuppressedByItsNameWhereverAnnotationsMayStand() {
    CheckTester.of(
            """
            class Visits {
              private volatile int count;

              void reported() {
                count++; // BUG: UnsafeReadModifyWrite
              }

              @SuppressWarnings("UnsafeReadModifyWrite")
              void suppressedInAMethod() {
                count++;
              }

              int suppressedInAVariable() {
                @SuppressWarnings("UnsafeReadModifyWrite")
                int before = count++;
                return before;
              }

              @SuppressWarnings({"unused", "UnsafeReadModifyWrite"})
              static class SuppressedInAClass {
                private volatile int count;

                void visit() {
                  count++;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void nameOfAnotherCheckSuppressesNothing() {
    CheckTester.of(
            """
            class Visits {
              private volatile int count;

              @SuppressWarnings({"AtomicGetThenSet", "all-of-them"})
              void visit() {
                count++; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void allChecksAreSuppressedByTheNameOfThePlugin() {
    CheckTester.of(
            """
            import java.util.Collections;
            import java.util.HashMap;
            import java.util.List;
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.atomic.AtomicInteger;

            @SuppressWarnings("Interlock")
            class Everything {
              private final Object lock = new Object();
              private volatile int visits;
              private final AtomicInteger pages = new AtomicInteger();
              private final Map<String, String> users = new ConcurrentHashMap<>();
              private final Map<String, Integer> words = new HashMap<>();
              private int guarded;
              private int split;

              void visit(String user, List<String> text) {
                visits++;
                pages.set(pages.get() + 1);
                if (!users.containsKey(user)) {
                  users.put(user, user);
                }
                text.parallelStream().forEach(word -> words.merge(word, 1, Integer::sum));
                guarded++;
              }

              void guarded() {
                synchronized (lock) {
                  guarded++;
                }
              }

              void split() {
                int before;
                synchronized (lock) {
                  before = split;
                }
                synchronized (lock) {
                  split = before + 1;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void allChecksAreSwitchedByTheNameOfThePlugin() {
    assertThat(CheckTester.of(VISITS).withOptions("-Xep:Interlock:OFF").diagnostics()).isEmpty();
    assertThat(
            CheckTester.of(VISITS).withOptions("-Xep:Interlock:WARN").diagnostics().stream()
                .map(Diagnostic::getKind)
                .collect(toImmutableList()))
        .containsExactly(Diagnostic.Kind.WARNING);
  }

  @Test
  void generatedClassIsNotReported() {
    CheckTester.of(
            """
            import javax.annotation.processing.Generated;

            @Generated("some.Processor")
            class Visits {
              private volatile int count;

              void visit() {
                count++;
              }

              static class Nested {
                private volatile int count;

                void visit() {
                  count++;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void annotationNamedGeneratedMayBeOfAnyPackage() {
    CheckTester.of(
            """
            package lombok;

            public @interface Generated {}
            """,
            """
            class Visits {
              private volatile int count;

              @lombok.Generated
              void generated() {
                count++;
              }

              void written() {
                count++; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void generatedCodeIsNotReportedAtAnySeverity() {
    CheckTester.of(
            """
            @interface Generated {}
            """,
            """
            @Generated
            class Visits {
              private volatile int count;

              void visit() {
                count++;
              }
            }
            """)
        .withOptions("-Xep:UnsafeReadModifyWrite:ERROR")
        .reportsWhatIsMarked();
  }

  @Test
  void otherAnnotationsDoNotMakeCodeGenerated() {
    CheckTester.of(
            """
            @interface GeneratedOrNot {}
            """,
            """
            @GeneratedOrNot
            @Deprecated
            class Visits {
              private volatile int count;

              void visit() {
                count++; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
