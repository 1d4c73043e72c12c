package dev.interlock.bugpatterns;

import com.google.common.base.Throwables;
import com.sun.tools.javac.util.Context;
import dev.interlock.analysis.ConcurrencyAnalysis.Skipped;
import dev.interlock.util.CompilerLog;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Tells of failures of ours, which cost findings but never the build: once for each subject. */
final class InternalFailures implements Consumer<Skipped> {
  private static final String HOW_TO_SEE_MORE =
      "; -XepOpt:Interlock:Debug=true shows where it happened";

  private final Context context;
  private final boolean debug;
  private final Set<String> told = new HashSet<>();

  /**
   * @param debug whether to show stack traces
   */
  InternalFailures(Context context, boolean debug) {
    this.context = context;
    this.debug = debug;
  }

  /** Returns whether findings may be missing. */
  boolean happened() {
    return !told.isEmpty();
  }

  @Override
  public void accept(Skipped skipped) {
    if (told.add(skipped.subject())) {
      String details =
          debug
              ? "\n" + Throwables.getStackTraceAsString(skipped.failure())
              : skipped.failure() + HOW_TO_SEE_MORE;
      CompilerLog.note(
          context,
          "skipped %s because of an internal failure: %s".formatted(skipped.subject(), details));
    }
  }
}
