package dev.interlock.util;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.api.JavacTrees;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.JCDiagnostic;
import com.sun.tools.javac.util.Log;
import com.sun.tools.javac.util.Options;
import javax.tools.Diagnostic;

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

  /**
   * Warns of something that went wrong beside the compilation. It does not fail the compilation,
   * and so is but a note where warnings do.
   */
  public static void warning(Context context, String text) {
    if (Options.instance(context).isSet("-Werror")) {
      note(context, text);
    } else {
      Log.instance(context)
          .warning(new JCDiagnostic.Warning(BUNDLE, PLAIN_TEXT, "Interlock " + text));
    }
  }

  /** Warns of something that stands at a place in the code. */
  public static void warning(Context context, String text, Tree at, CompilationUnitTree file) {
    JavacTrees.instance(context)
        .printMessage(Diagnostic.Kind.WARNING, "Interlock: " + text, at, file);
  }

  /** Fails the compilation. */
  public static void error(Context context, String text) {
    Log.instance(context).error(new JCDiagnostic.Error(BUNDLE, PLAIN_TEXT, "Interlock: " + text));
  }
}
