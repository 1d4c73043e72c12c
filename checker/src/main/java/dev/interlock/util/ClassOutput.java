package dev.interlock.util;

import com.google.common.collect.Iterables;
import com.sun.tools.javac.util.Context;
import java.nio.file.Path;
import java.util.Optional;
import javax.tools.JavaFileManager;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** Where the classes of a compilation go. */
public final class ClassOutput {
  private ClassOutput() {}

  /** Returns the folder; empty if classes go beside their sources, or not to folders at all. */
  public static Optional<Path> of(Context context) {
    Iterable<? extends Path> folders =
        context.get(JavaFileManager.class) instanceof StandardJavaFileManager files
            ? files.getLocationAsPaths(StandardLocation.CLASS_OUTPUT)
            : null;
    return folders == null
        ? Optional.empty()
        : Optional.ofNullable(Iterables.getFirst(folders, null));
  }
}
