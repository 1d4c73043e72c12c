package dev.interlock.util;

import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.JCDiagnostic;
import com.sun.tools.javac.util.Log;

/** What the plugin has to say about itself, rather than about a place in the code. */
public final class CompilerLog {
  private static final String BUNDLE = "compiler";

  /** The message of javac that is nothing but its argument. */
  private static final String PLAIN_TEXT = "proc.messager";

  private CompilerLog() {}

  /** Tells something that does not fail the compilation, whatever {@code -Xlint} says. */
  public static void note(Context context, String text) {
    Log.instance(context)
        .mandatoryNote(
            /* file= */ null, new JCDiagnostic.Note(BUNDLE, PLAIN_TEXT, "Interlock " + text));
  }

  /** Fails the compilation. */
  public static void error(Context context, String text) {
    Log.instance(context).error(new JCDiagnostic.Error(BUNDLE, PLAIN_TEXT, "Interlock: " + text));
  }
}
