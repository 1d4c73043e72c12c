package dev.interlock.corpus;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.interlock.corpus.CorpusFile.Bug;
import dev.interlock.testing.BuildLayout;
import dev.interlock.testing.InterlockChecks;
import dev.interlock.testing.JavacDiagnostic;
import dev.interlock.testing.JavacOutcome;
import dev.interlock.testing.ModelledLibraries;
import dev.interlock.testing.Toolchain;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Compiles the labelled corpora with the packed plugin and measures recall and precision. The
 * bounds are what has been reached: raise them with the engine.
 */
final class CorpusIT {
  @TempDir Path work;

  /** Code with its bugs marked, and what of them the plugin has to reach. */
  private enum Corpus {
    /** What the engine is steered by. */
    STEERING("corpus", 301, 0.965, 0.975, 0.92),
    /** Written by somebody who had not read the engine, nor what it is steered by. */
    BLIND("blind-corpus", 173, 0.95, 0.97, 0.90),
    /**
     * The same, later: at first sight 0.87 of its bugs were found, and 0.82 of the reports right.
     */
    UNSEEN("unseen-corpus", 427, 0.95, 0.98, 0.90),
    /**
     * The same, later still: at first sight 0.83 of its bugs were found, and 0.86 of the reports
     * right.
     */
    LATEST("latest-corpus", 275, 0.88, 0.94, 0.90),
    /** The same once more, half of it libraries: at first sight 0.84 and 0.85. */
    FURTHER("further-corpus", 147, 0.91, 0.91, 0.85),
    /**
     * And once more, after the bugs of many projects: at first sight 0.93, and two false reports.
     */
    FIELD("field-corpus", 135, 0.95, 0.98, 0.87),
    /** Another one, with a third of its folders free of bugs: at first sight 0.78 and 0.81. */
    MIXED("mixed-corpus", 192, 0.94, 0.97, 0.89),
    /** The next, full of comments and of correct twins: at first sight 0.84 and 0.86. */
    VARIED("varied-corpus", 175, 0.92, 0.96, 0.90),
    /**
     * Many hands and eras, half of it with threads that are seen elsewhere: at first 0.79, 0.83.
     */
    ASSORTED("assorted-corpus", 169, 0.89, 0.96, 0.90),
    /**
     * By three writers, a third of it after old bugs of well-known projects: at first 0.74, 0.76.
     */
    RECENT("recent-corpus", 215, 0.86, 0.86, 0.90),
    /**
     * By two writers, half of it after classes of well-known libraries and servers, as they were
     * wrong or right: at first 0.77, 0.83.
     */
    FRESH("fresh-corpus", 86, 0.90, 0.89, 0.82);

    private final String folder;
    private final int size;
    private final double recall;
    private final double precision;
    private final double fixed;

    Corpus(String folder, int size, double recall, double precision, double fixed) {
      this.folder = folder;
      this.size = size;
      this.recall = recall;
      this.precision = precision;
      this.fixed = fixed;
    }

    ImmutableMap<Path, CorpusFile> files() {
      Path root = BuildLayout.projectRoot().resolve("checker-tests/src/test/resources");
      return Maps.toMap(BuildLayout.javaFiles(root.resolve(folder)), CorpusFile::read);
    }
  }

  @ParameterizedTest
  @EnumSource
  void findsTheMarkedBugsAndLittleElseAndHasFixes(Corpus corpus) {
    ImmutableMap<Path, CorpusFile> files = corpus.files();
    assertThat(files.size()).isAtLeast(corpus.size);

    JavacOutcome outcome =
        Toolchain.OF_THIS_BUILD
            .javacWithInterlockAlone()
            .withClasspath(ModelledLibraries.jars())
            .withOptions(ImmutableList.of("-Xmaxerrs", "10000"))
            .compile(files.keySet(), work);
    Score score = new Score(files);
    ImmutableList<JavacDiagnostic> findings =
        outcome.diagnostics().stream()
            .filter(d -> InterlockChecks.NAMES.contains(d.check()))
            .collect(toImmutableList());
    findings.forEach(score::count);
    long fixed = outcome.output().lines().filter(line -> line.startsWith("  Fix: ")).count();
    String fixes = "fixes for %d of %d findings".formatted(fixed, findings.size());
    System.out.println(score.table());
    System.out.println(fixes);
    assertWithMessage(outcome.output()).that(outcome.output()).doesNotContain("Interlock skipped");
    assertWithMessage(score.table()).that(score.recall()).isAtLeast(corpus.recall);
    assertWithMessage(score.table()).that(score.precision()).isAtLeast(corpus.precision);
    assertWithMessage(fixes).that((double) fixed / findings.size()).isAtLeast(corpus.fixed);
  }

  /** What was found of the marked bugs, and which reports are false alarms. */
  private static final class Score {
    private final ImmutableMap<Path, CorpusFile> files;
    private final ImmutableSet<Bug> bugs;
    private final Set<Bug> found = new HashSet<>();
    private final Set<String> right = new LinkedHashSet<>();
    private final Set<String> falseAlarms = new TreeSet<>();

    Score(ImmutableMap<Path, CorpusFile> files) {
      this.files = files;
      this.bugs =
          files.values().stream()
              .flatMap(file -> file.allBugs().stream())
              .collect(ImmutableSet.toImmutableSet());
    }

    void count(JavacDiagnostic report) {
      CorpusFile file = files.get(report.file());
      int line = report.line();
      if (file == null || file.undecided().contains(line)) {
        return;
      }
      if (file.bugs().containsKey(line)) {
        found.addAll(file.bugs().get(line));
        right.add(file.path() + ":" + line);
      } else {
        falseAlarms.add(file.path().getFileName() + ":" + line + " " + report.check());
      }
    }

    double recall() {
      return (double) found.size() / bugs.size();
    }

    double precision() {
      return (double) right.size() / (right.size() + falseAlarms.size());
    }

    String table() {
      StringBuilder table = new StringBuilder();
      bugs.stream()
          .map(Bug::kind)
          .distinct()
          .sorted()
          .forEach(kind -> table.append(row(kind)).append('\n'));
      table.append(
          "recall %.3f of %d bugs, precision %.3f, false alarms %d: %s"
              .formatted(recall(), bugs.size(), precision(), falseAlarms.size(), falseAlarms));
      return table.toString();
    }

    private String row(String kind) {
      long all = bugs.stream().filter(bug -> bug.kind().equals(kind)).count();
      long hit = found.stream().filter(bug -> bug.kind().equals(kind)).count();
      return "%-18s %3d of %3d".formatted(kind, hit, all);
    }
  }
}
