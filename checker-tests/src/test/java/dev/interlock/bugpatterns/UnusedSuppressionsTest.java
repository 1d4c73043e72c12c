package dev.interlock.bugpatterns;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableList;
import dev.interlock.testing.Project;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Suppressions that suppress nothing are told where somebody asks for it. */
final class UnusedSuppressionsTest {
  private static final String UNUSED =
      """
      class Visits {
        private int count;

        @SuppressWarnings("UnsafeReadModifyWrite")
        void visit() {
          count = 1;
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void nothingIsToldUnlessItIsAskedFor() {
    Project project = Project.in(folder);

    assertThat(project.compile(project.write("Visits.java", UNUSED)).diagnostics()).isEmpty();
  }

  @Test
  void unusedSuppressionIsAWarningAtItsPlace() {
    Project project = asking();

    Project.Outcome outcome = project.compile(project.write("Visits.java", UNUSED));

    assertThat(outcome.succeeded()).isTrue();
    assertThat(outcome.places()).containsExactly("Visits.java:4 Interlock:");
    assertThat(outcome.diagnostics().get(0).getMessage(Locale.ENGLISH))
        .isEqualTo("Interlock: @SuppressWarnings(\"UnsafeReadModifyWrite\") suppresses nothing");
  }

  @Test
  void suppressionsAreJudgedAtEveryLevel() {
    assertThat(
            unused(
                """
                @SuppressWarnings({"unused", "AtomicGetThenSet"})
                class Visits {
                  private volatile int count;

                  @SuppressWarnings("UnsafeReadModifyWrite")
                  void used() {
                    count++;
                  }

                  void usedInAVariable() {
                    @SuppressWarnings("Interlock")
                    int before = count++;
                  }

                  @SuppressWarnings("Interlock")
                  void unused(int count) {
                    @SuppressWarnings("SplitCriticalSection")
                    int before = count++;
                  }
                }
                """))
        .containsExactly(
            "Visits.java:1 Interlock:", "Visits.java:15 Interlock:", "Visits.java:17 Interlock:");
  }

  @Test
  void suppressionsOfOthersAreNotLookedAt() {
    assertThat(
            unused(
                """
                class Visits {
                  @SuppressWarnings({"unchecked", "NullAway", "all"})
                  void visit() {}
                }
                """))
        .isEmpty();
  }

  @Test
  void suppressionOfACheckThatIsOffCannotBeJudged() {
    Project project = asking().withFlag("-Xep:UnsafeReadModifyWrite:OFF");
    String all = UNUSED.replace("UnsafeReadModifyWrite", "Interlock");

    assertThat(project.compile(project.write("Visits.java", UNUSED)).diagnostics()).isEmpty();
    assertThat(project.compile(project.write("Visits.java", all)).diagnostics()).isEmpty();
  }

  @Test
  void generatedCodeIsNotLookedAt() {
    assertThat(unused("@interface Generated {}\n@Generated\n" + UNUSED)).isEmpty();
  }

  private ImmutableList<String> unused(String source) {
    Project project = asking().with("Summary", false);
    return project.compile(project.write("Visits.java", source)).places();
  }

  private Project asking() {
    return Project.in(folder).with("UnusedSuppressions", true);
  }
}
