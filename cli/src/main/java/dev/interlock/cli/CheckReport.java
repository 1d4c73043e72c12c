package dev.interlock.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;

/**
 * Prints what a check came to.
 *
 * @param out for the findings, as javac prints them
 * @param err for all else
 * @param silence what it means that the checks report nothing
 */
record CheckReport(PrintWriter out, PrintWriter err, String silence) {
  private static final int SHOWN_ERRORS = 10;

  /** Prints the findings, what could not be checked and why, and a summary. */
  void print(CheckedSources result) {
    result.findings().forEach(out::println);
    result.notes().forEach(note -> err.println(note.getMessage(Locale.ENGLISH)));
    if (!result.leftOut().isEmpty()) {
      printErrors(result.errors());
      err.println(leftOut(result));
      err.println(NextStep.after(result.errors()).text());
    }
    if (!result.checked().isEmpty()) {
      err.println(summary(result));
    }
  }

  private void printErrors(List<? extends Diagnostic<?>> errors) {
    errors.stream().limit(SHOWN_ERRORS).forEach(err::println);
    if (errors.size() > SHOWN_ERRORS) {
      err.println("... and %d errors more".formatted(errors.size() - SHOWN_ERRORS));
    }
  }

  private static String leftOut(CheckedSources result) {
    int all = result.checked().size() + result.leftOut().size();
    return result.checked().isEmpty()
        ? "The sources do not compile, so nothing could be checked."
        : "%d of %d files do not compile, or not without those; what follows is true of the others."
            .formatted(result.leftOut().size(), all);
  }

  private String summary(CheckedSources result) {
    long files =
        result.findings().stream().map(finding -> finding.getSource().toUri()).distinct().count();
    String checked = counted(result.checked().size(), "file") + " checked";
    return result.findings().isEmpty()
        ? "%s, %s.".formatted(checked, silence)
        : "%s, %s in %s."
            .formatted(
                checked, counted(result.findings().size(), "finding"), counted(files, "file"));
  }

  private static String counted(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
