package dev.interlock.report;

import com.google.common.base.Splitter;
import com.google.common.base.Strings;
import dev.interlock.report.Explanation.Run;
import dev.interlock.report.Explanation.Step;
import dev.interlock.util.SourceCode;
import java.util.ArrayList;
import java.util.List;

/** Writes an explanation down for a terminal. */
public final class MessageText {

  /** What javac leaves of 120 columns: it indents all lines but the first. */
  private static final int WIDTH = 118;

  private static final int MAX_CODE = 50;
  private static final String INDENTATION = "  ";
  private static final Splitter WORDS = Splitter.on(' ');

  private MessageText() {}

  /** Returns the message, its lines separated by line feeds. */
  public static String of(Explanation explanation) {
    List<String> lines = new ArrayList<>();
    lines.add(explanation.headline());
    for (Run run : explanation.runs()) {
      lines.addAll(wrapped("Thread %s: %s%s".formatted(run.name(), run.account(), locks(run))));
    }
    lines.addAll(table(explanation));
    lines.addAll(wrapped(explanation.advice()));
    explanation.fix().ifPresent(fix -> lines.addAll(wrapped("Fix: " + fix)));
    return String.join("\n", lines);
  }

  private static String locks(Run run) {
    return run.locks().isEmpty()
        ? ", no lock held"
        : ", holding '%s'".formatted(String.join("' and '", run.locks()));
  }

  private static List<String> table(Explanation explanation) {
    int action = 0;
    int code = 0;
    for (Step step : explanation.interleaving()) {
      action = Math.max(action, step.action().length());
      code = Math.max(code, Math.min(step.place().code().length(), MAX_CODE));
    }
    List<String> lines = new ArrayList<>();
    for (Step step : explanation.interleaving()) {
      String row =
          "%s%s %s  %s  %s"
              .formatted(
                  INDENTATION,
                  step.run(),
                  Strings.padEnd(step.action(), action, ' '),
                  Strings.padEnd(SourceCode.shorten(step.place().code(), MAX_CODE), code, ' '),
                  remark(step, explanation.place()));
      lines.add(SourceCode.shorten(row.stripTrailing(), WIDTH));
    }
    return lines;
  }

  private static String remark(Step step, CodePlace here) {
    boolean somewhere = !step.place().hasLine() && step.place().file().equals(here.file());
    String where = somewhere ? "" : where(step.place(), here);
    return where + (where.isEmpty() || step.effect().isEmpty() ? "" : ": ") + step.effect();
  }

  /** Returns a place as one says it in the file {@code here}. */
  static String where(CodePlace place, CodePlace here) {
    if (!place.hasLine()) {
      return "in " + place.fileName();
    }
    return place.file().equals(here.file())
        ? "line " + place.line()
        : place.fileName() + ":" + place.line();
  }

  /** Breaks a line between words; all lines but the first are indented. */
  private static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : WORDS.split(text)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(INDENTATION).append(word);
      } else {
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
    }
    lines.add(line.toString());
    return lines;
  }
}
