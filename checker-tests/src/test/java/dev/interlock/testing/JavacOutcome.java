package dev.interlock.testing;

import com.google.common.collect.ImmutableList;

/**
 * What a run of javac came to.
 *
 * @param output all that it printed
 */
public record JavacOutcome(int exitCode, String output) {

  /** Whether javac accepted the code. */
  public boolean succeeded() {
    return exitCode == 0;
  }

  /** The diagnostics in the output, as printed. */
  public ImmutableList<JavacDiagnostic> diagnostics() {
    return JavacDiagnostic.parse(output);
  }
}
