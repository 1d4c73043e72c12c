package dev.interlock.report.baseline;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableList;
import dev.interlock.testing.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is accepted, and how that is written down and kept. */
final class BaselineTest {
  private static final String VISITS =
      """
      package com.acme;

      class Visits {
        private volatile int count;
        private volatile int days;

        void visit(String[] names, int times) {
          count++;
        }

        void day() {
          days++;
        }
      }
      """;

  private static final String COUNT =
      "core/com/acme/Visits.java UnsafeReadModifyWrite com.acme.Visits.visit(String[],int) count";
  private static final String DAYS =
      "core/com/acme/Visits.java UnsafeReadModifyWrite com.acme.Visits.day() days";

  @TempDir Path folder;
  private Path baseline;
  private Project plain;
  private Project writing;
  private Project reading;

  @BeforeEach
  void setUp() {
    baseline = folder.resolve("baseline.txt");
    plain = Project.in(folder);
    writing = plain.with("WriteBaseline", baseline);
    reading = plain.with("Baseline", baseline);
  }

  @Test
  void findingsAreWrittenOneInALineAndTheBuildSucceeds() throws IOException {
    Project.Outcome outcome = writing.compile(visits(VISITS));

    assertThat(outcome.succeeded()).isTrue();
    assertThat(outcome.remarks())
        .containsExactly(
            "NOTE Interlock wrote the baseline %s: 2 accepted, 2 of them new, 0 gone"
                .formatted(baseline));
    assertThat(Files.readString(baseline))
        .isEqualTo(
            """
            # Findings of Interlock that are accepted for now: file, check, member, variable.
            # Delete a line when its finding is fixed, or have the file written anew.
            %s
            %s
            """
                .formatted(DAYS, COUNT));
  }

  @Test
  void acceptedFindingsAreNotReported() {
    Path source = visits(VISITS);
    assertThat(plain.compile(source).succeeded()).isFalse();
    writing.compile(source);

    Project.Outcome outcome = reading.compile(source);

    assertThat(outcome.succeeded()).isTrue();
    assertThat(outcome.places()).isEmpty();
    assertThat(outcome.remarks())
        .containsExactly("NOTE Interlock found nothing new; 2 are in the baseline");
  }

  @Test
  void newFindingIsReportedAlone() throws IOException {
    accept(COUNT);

    Project.Outcome outcome = reading.compile(visits(VISITS));

    assertThat(outcome.succeeded()).isFalse();
    assertThat(outcome.places()).containsExactly("Visits.java:12 [UnsafeReadModifyWrite]");
    assertThat(outcome.remarks())
        .containsExactly(
            "NOTE Interlock found 1 lost update in 1 file: 1 UnsafeReadModifyWrite;"
                + " 1 is in the baseline");
  }

  @Test
  void linesMayMoveAndMembersChangeTheirOrder() throws IOException {
    accept(COUNT, DAYS);
    String reordered =
        """
        package com.acme;

        // Several
        // lines
        class Visits {
          void day() {
            System.out.println();
            days++;
          }

          private volatile int days;
          private volatile int count;

          void visit(String[] people, int times) {
            System.out.println(count++);
          }
        }
        """;

    assertThat(reading.compile(visits(reordered)).succeeded()).isTrue();
  }

  @Test
  void lineAcceptsOneFinding() throws IOException {
    accept(COUNT);
    String twice = VISITS.replace("count++;", "count++;\n    times++;\n    count++;");

    Project.Outcome outcome = reading.compile(visits(twice.replace("days++", "days = 1")));

    assertThat(outcome.places()).containsExactly("Visits.java:10 [UnsafeReadModifyWrite]");
    accept(COUNT, COUNT);
    assertThat(reading.compile(visits(twice.replace("days++", "days = 1"))).succeeded()).isTrue();
  }

  @Test
  void fileMayMoveToAnotherFolder() throws IOException {
    accept(COUNT.replace("core/", "old/core/"), DAYS);

    Project.Outcome outcome = reading.compile(visits(VISITS));

    assertThat(outcome.succeeded()).isTrue();
  }

  @Test
  void lineOfAnotherFileThatIsStillThereAcceptsNothingHere() throws IOException {
    plain.write("old/core/com/acme/Visits.java", VISITS);
    accept(COUNT.replace("core/", "old/core/"), DAYS);

    assertThat(reading.compile(visits(VISITS)).places())
        .containsExactly("Visits.java:8 [UnsafeReadModifyWrite]");
  }

  @Test
  void linesWhoseFindingsAreGoneAreNamed() throws IOException {
    accept(COUNT, DAYS);

    Project.Outcome outcome = reading.compile(visits(VISITS.replace("count++", "count = times")));

    assertThat(outcome.succeeded()).isTrue();
    assertThat(outcome.remarks())
        .containsExactly(
            "NOTE Interlock finds no more what the baseline %s accepts; delete from it:\n  %s"
                .formatted(baseline, COUNT),
            "NOTE Interlock found nothing new; 1 is in the baseline")
        .inOrder();
  }

  @Test
  void linesOfDeletedFilesBesideTheCompiledOnesAreNamed() throws IOException {
    String deleted = COUNT.replace("acme/Visits", "gone/Deleted");
    accept(COUNT, DAYS, deleted);

    assertThat(reading.compile(visits(VISITS)).remarks().get(0)).endsWith("\n  " + deleted);
  }

  @Test
  void linesOfFilesThatAreNotCompiledAreLeftAlone() throws IOException {
    plain.write("web/com/acme/Other.java", "package com.acme; class Other {}");
    accept(COUNT, DAYS, COUNT.replace("core/com/acme/Visits", "web/com/acme/Other"));

    assertThat(reading.compile(visits(VISITS)).remarks())
        .containsExactly("NOTE Interlock found nothing new; 2 are in the baseline");
  }

  @Test
  void linesOfChecksThatAreOffAreLeftAlone() throws IOException {
    accept(COUNT, DAYS);

    assertThat(reading.withFlag("-Xep:UnsafeReadModifyWrite:OFF").compile(visits(VISITS)).remarks())
        .isEmpty();
  }

  @Test
  void lineOfASuppressedFindingIsNotNeeded() throws IOException {
    accept(COUNT, DAYS);
    String suppressed = VISITS.replace("  void day", "  @SuppressWarnings(\"Interlock\") void day");

    assertThat(reading.compile(visits(suppressed)).remarks().get(0)).endsWith("\n  " + DAYS);
  }

  @Test
  void modulesShareAFileAndKeepWhatTheOthersWrote() throws IOException {
    Path core = visits(VISITS);
    Path web = plain.write("web/com/acme/Visits.java", VISITS);
    writing.compile(core);
    writing.compile(web);

    assertThat(entries())
        .containsExactly(DAYS, COUNT, DAYS.replace("core/", "web/"), COUNT.replace("core/", "web/"))
        .inOrder();
    assertThat(reading.compile(web).succeeded()).isTrue();

    Project.Outcome outcome = writing.compile(visits(VISITS.replace("days++", "days = 1")));

    assertThat(outcome.remarks().get(0)).endsWith("3 accepted, 0 of them new, 1 gone\n  " + DAYS);
    assertThat(entries())
        .containsExactly(COUNT, DAYS.replace("core/", "web/"), COUNT.replace("core/", "web/"))
        .inOrder();
  }

  @Test
  void modulesThatAreCompiledAtTheSameTimeLoseNothing() throws Exception {
    ImmutableList<Path> modules =
        IntStream.range(0, 8)
            .mapToObj(i -> plain.write("module" + i + "/com/acme/Visits.java", VISITS))
            .collect(ImmutableList.toImmutableList());
    ExecutorService build = Executors.newFixedThreadPool(4);
    try {
      ImmutableList<Callable<Project.Outcome>> tasks =
          modules.stream()
              .<Callable<Project.Outcome>>map(source -> () -> writing.compile(source))
              .collect(ImmutableList.toImmutableList());
      for (Future<Project.Outcome> outcome : build.invokeAll(tasks)) {
        assertThat(outcome.get().succeeded()).isTrue();
      }
    } finally {
      build.shutdownNow();
    }

    assertThat(entries()).hasSize(16);
  }

  @Test
  void emptyBaselineIsWrittenWhereNothingIsFound() throws IOException {
    writing.compile(visits("package com.acme; class Visits {}"));

    assertThat(entries()).isEmpty();
    assertThat(reading.compile(visits("package com.acme; class Visits {}")).remarks()).isEmpty();
  }

  @Test
  void codeOutsideOfMethodsHasANameToo() throws IOException {
    writing.compile(
        visits(
            """
            package com.acme;

            class Visits {
              static volatile int count;

              {
                new Thread(() -> count++).start();
              }

              Visits(int start) {
                new Thread() {
                  @Override
                  public void run() {
                    count++;
                  }
                }.start();
              }

              class Inner {
                void visit() {
                  Runnable task = () -> count++;
                  task.run();
                }
              }
            }
            """));

    assertThat(entries().stream().map(entry -> entry.replaceAll("^\\S+ \\S+ ", "")))
        .containsExactly(
            "com.acme.Visits.<init> count",
            "com.acme.Visits.<init>(int).run() count",
            "com.acme.Visits.Inner.visit() count");
  }

  @Test
  void missingBaselineIsAnErrorThatSaysHowToWriteIt() {
    Project.Outcome outcome = reading.compile(visits(VISITS));

    assertThat(outcome.succeeded()).isFalse();
    assertThat(outcome.remarks())
        .containsExactly(
            "ERROR Interlock: there is no baseline %s; -XepOpt:Interlock:WriteBaseline=%s writes it"
                .formatted(baseline, baseline));
  }

  @Test
  void lineThatIsNoEntryIsAnErrorThatNamesIt() throws IOException {
    accept(COUNT, "<<<<<<< HEAD");

    assertThat(reading.compile(visits(VISITS)).remarks())
        .containsExactly(
            "ERROR Interlock: %s:3: a line of a baseline is: file, check, member, variable; found:"
                    .formatted(baseline)
                + " <<<<<<< HEAD");
  }

  @Test
  void baselineThatCannotBeUnderstoodIsNotOverwritten() throws IOException {
    accept("<<<<<<< HEAD");

    Project.Outcome outcome = writing.compile(visits(VISITS));

    assertThat(outcome.succeeded()).isTrue();
    assertThat(outcome.remarks().get(0))
        .startsWith("WARNING Interlock could not write the baseline " + baseline);
    assertThat(entries()).containsExactly("<<<<<<< HEAD");
  }

  @Test
  void failedWriteIsAWarningAndLeavesTheBuildAlone() {
    Path file = plain.write("file", "not a folder");

    Project.Outcome outcome =
        plain
            .with("WriteBaseline", file.resolve("baseline.txt"))
            .compile(visits("package com.acme; class Visits {}"));

    assertThat(outcome.succeeded()).isTrue();
    assertThat(outcome.remarks().get(0))
        .startsWith("WARNING Interlock could not write the baseline");
  }

  @Test
  void hostileFileNamesAreReadAsTheyAreWritten() throws IOException {
    String hostile = "#a b+%41\té\u2028\n/com/acme/Visits.java";
    Path source = plain.write(hostile, VISITS);
    writing.compile(source);

    assertThat(entries()).hasSize(2);
    assertThat(reading.compile(source).succeeded()).isTrue();
  }

  @Test
  void linesMayEndAsOnWindowsAndHaveSpareSpaces() throws IOException {
    Files.writeString(baseline, COUNT.replace(" ", "  ") + " \r\n\r\n" + DAYS + "\r\n");

    assertThat(reading.compile(visits(VISITS)).succeeded()).isTrue();
  }

  private Path visits(String source) {
    return plain.write("core/com/acme/Visits.java", source);
  }

  private void accept(String... entries) throws IOException {
    Files.writeString(baseline, "# Ours\n" + String.join("\n", entries) + "\n");
  }

  private ImmutableList<String> entries() throws IOException {
    return Files.readAllLines(baseline).stream()
        .filter(line -> !line.startsWith("# "))
        .collect(ImmutableList.toImmutableList());
  }
}
