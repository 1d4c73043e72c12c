package dev.interlock.bugpatterns;

import static com.google.common.truth.Truth.assertThat;

import dev.interlock.testing.Project;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line at the end of a compilation. */
final class SummaryTest {
  private static final String VISITS =
      """
      class Visits {
        private volatile int count;

        void visit() {
          count++;
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void findingsAreCountedByCheckTheMostFrequentFirst() {
    Project project = Project.in(folder);
    Path one = project.write("a/Visits.java", VISITS);
    Path two = project.write("b/Pages.java", VISITS.replace("Visits", "Pages"));
    Path three =
        project.write(
            "c/Users.java",
            """
            import java.util.concurrent.atomic.AtomicInteger;

            class Users {
              private final AtomicInteger count = new AtomicInteger();

              void add() {
                count.set(count.get() + 1);
              }
            }
            """);

    assertThat(project.compile(one, two, three).remarks())
        .containsExactly(
            "NOTE Interlock found 3 lost updates in 3 files: 2 UnsafeReadModifyWrite,"
                + " 1 AtomicGetThenSet");
  }

  @Test
  void nothingIsSaidWhereNothingIsFound() {
    Project project = Project.in(folder);

    assertThat(project.compile(project.write("Fine.java", "class Fine {}")).remarks()).isEmpty();
  }

  @Test
  void summaryCanBeSwitchedOff() {
    Project project = Project.in(folder).with("Summary", false);

    assertThat(project.compile(project.write("Visits.java", VISITS)).remarks()).isEmpty();
  }

  @Test
  void summaryTellsOfFindingsThatJavacDoesNotList() {
    Project project = Project.in(folder);
    String many =
        IntStream.range(0, 101)
            .mapToObj(i -> "void visit%d() {\n count++;\n }\n".formatted(i))
            .collect(Collectors.joining("", "class Visits {\n private volatile int count;\n", "}"));
    Path source = project.write("Visits.java", many);

    assertThat(project.compile(source).remarks())
        .containsExactly(
            "NOTE Interlock found 101 lost updates in 1 file: 101 UnsafeReadModifyWrite; javac"
                + " lists 100 errors at most, unless -Xmaxerrs says otherwise");
    assertThat(project.withOption("-Xmaxerrs").withOption("500").compile(source).remarks())
        .containsExactly(
            "NOTE Interlock found 101 lost updates in 1 file: 101 UnsafeReadModifyWrite");
    assertThat(project.withFlag("-Xep:Interlock:WARN").compile(source).remarks().get(0))
        .endsWith("; javac lists 100 warnings at most, unless -Xmaxwarns says otherwise");
  }
}
