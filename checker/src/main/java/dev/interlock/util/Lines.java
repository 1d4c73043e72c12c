package dev.interlock.util;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.tools.javac.util.Position;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The lines of source files. */
public final class Lines {
  private Lines() {}

  /**
   * Returns the lines of a file, which javac itself keeps only if it writes them to class files.
   */
  public static LineMap of(CompilationUnitTree file) {
    LineMap kept = file.getLineMap();
    return kept == null ? read(file) : kept;
  }

  private static LineMap read(CompilationUnitTree file) {
    try {
      String source =
          file.getSourceFile().getCharContent(/* ignoreEncodingErrors= */ true).toString();
      return Position.makeLineMap(source.toCharArray(), source.length(), /* expandTabs= */ true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
