package dev.interlock.soundness;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Analyses small programs and runs them under jcstress: what the checks are silent about must leave
 * what some serial order of its tasks leaves, and what they report must leave something else now
 * and then.
 */
public final class Soundness {
  private static final String BEGIN = "<!-- table -->\n";
  private static final String END = "<!-- end of table -->";

  private Soundness() {}

  /**
   * Prints the disagreements, if any, and then fails.
   *
   * @param args the folder of the programs; an empty one to work in; the page to write to; how
   *     often a program that is reported is run until it leaves something wrong; options for
   *     jcstress
   */
  public static void main(String... args) throws Exception {
    ImmutableList<Path> files = filesIn(Path.of(args[0]));
    ImmutableList<Subject> subjects = Subject.in(files);
    ImmutableSetMultimap<Subject, String> findings = Analysis.run(files, subjects);
    StressRun stress = new StressRun(Path.of(args[1]));
    stress.compile(files, subjects);
    int rounds = Integer.parseInt(args[3]);
    List<String> options = Arrays.asList(args).subList(4, args.length);
    ImmutableList<Comparison> all;
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {stress.classes().toUri().toURL()}, Soundness.class.getClassLoader())) {
      SerialOutcomes serial = new SerialOutcomes(loader);
      Outcomes seen = stress.earlierOutcomes(subjects);
      all = compare(subjects, findings, serial, seen);
      for (; rounds > 0 && all.stream().anyMatch(Comparison::isOpen); rounds--) {
        ImmutableList<Subject> open = open(all);
        System.err.printf("%d programs to run%n", open.size());
        stress.run(open, options, seen);
        all = compare(subjects, findings, serial, seen);
      }
    }
    if (!tell(all, Path.of(args[2]))) {
      System.exit(1);
    }
  }

  private static ImmutableList<Comparison> compare(
      List<Subject> subjects,
      ImmutableSetMultimap<Subject, String> findings,
      SerialOutcomes serial,
      Outcomes seen)
      throws ReflectiveOperationException {
    ImmutableList.Builder<Comparison> comparisons = ImmutableList.builder();
    for (Subject subject : subjects) {
      comparisons.add(
          new Comparison(subject, findings.get(subject), serial.of(subject), seen.of(subject)));
    }
    return comparisons.build();
  }

  private static ImmutableList<Subject> open(ImmutableList<Comparison> all) {
    return all.stream()
        .filter(Comparison::isOpen)
        .map(Comparison::subject)
        .collect(toImmutableList());
  }

  private static ImmutableList<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .collect(toImmutableList());
    }
  }

  /** Writes and prints the table, and returns whether all is as it should be. */
  private static boolean tell(ImmutableList<Comparison> all, Path page) throws IOException {
    ImmutableList<String> rows = all.stream().map(Comparison::toRow).collect(toImmutableList());
    ImmutableList<String> complaints =
        all.stream()
            .filter(comparison -> !comparison.agrees())
            .map(Comparison::complaint)
            .collect(toImmutableList());
    String summary =
        "%d programs, %d of them reported; %d disagreements"
            .formatted(
                all.size(), all.stream().filter(Comparison::isFlagged).count(), complaints.size());
    String table = Comparison.HEADER + "\n" + String.join("\n", rows);
    System.out.println(table);
    System.out.println(summary);
    complaints.forEach(complaint -> System.out.println("DISAGREEMENT: " + complaint));
    String text = Files.readString(page);
    Files.writeString(
        page,
        text.substring(0, text.indexOf(BEGIN) + BEGIN.length())
            + summary
            + ".\n\n"
            + table
            + "\n"
            + text.substring(text.indexOf(END)));
    return complaints.isEmpty();
  }
}
