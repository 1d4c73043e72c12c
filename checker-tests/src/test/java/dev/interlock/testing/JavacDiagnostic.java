package dev.interlock.testing;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Ascii;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One diagnostic as javac printed it.
 *
 * @param check the name in brackets: of a check of Error Prone, or a lint category; empty for
 *     javac's own errors
 * @param headline the first line of the message, without the name of the check
 */
public record JavacDiagnostic(
    Path file, int line, Severity severity, String check, String headline) {

  /** How bad javac says it is. */
  public enum Severity {
    ERROR,
    WARNING,
    NOTE
  }

  private static final Pattern HEAD =
      Pattern.compile(
          "^(\\S.*\\.java):(\\d+): (error|warning|Note): " + "(?:\\[(\\w+)\\] )?(.*)$",
          Pattern.MULTILINE);

  /** Reads all diagnostics with a position from the output of an English javac. */
  static ImmutableList<JavacDiagnostic> parse(String output) {
    return HEAD.matcher(output).results().map(JavacDiagnostic::of).collect(toImmutableList());
  }

  private static JavacDiagnostic of(MatchResult head) {
    return new JavacDiagnostic(
        Path.of(head.group(1)),
        Integer.parseInt(head.group(2)),
        Severity.valueOf(Ascii.toUpperCase(head.group(3))),
        Strings.nullToEmpty(head.group(4)),
        head.group(5));
  }
}
