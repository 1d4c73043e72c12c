package dev.interlock.soundness;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A class that is analysed and run: it is nested in the class of its file, and all code of it
 * stands between two lines.
 *
 * @param isProtocol whether it is a {@link Protocol} and not a {@link Program}
 */
record Subject(
    URI file, String outer, String inner, int firstLine, int lastLine, boolean isProtocol) {
  private static final String PACKAGE = "programs";

  /** Returns the subjects in some files, in their order. */
  static ImmutableList<Subject> in(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  ImmutableList.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      ImmutableList.Builder<Subject> subjects = ImmutableList.builder();
      for (CompilationUnitTree unit : task.parse()) {
        subjects.addAll(in(unit, positions));
      }
      return subjects.build();
    }
  }

  private static ImmutableList<Subject> in(CompilationUnitTree unit, SourcePositions positions) {
    LineMap lines = unit.getLineMap();
    return unit.getTypeDecls().stream()
        .map(ClassTree.class::cast)
        .flatMap(
            outer ->
                nestedIn(outer)
                    .map(
                        inner ->
                            new Subject(
                                unit.getSourceFile().toUri(),
                                outer.getSimpleName().toString(),
                                inner.getSimpleName().toString(),
                                (int) lines.getLineNumber(positions.getStartPosition(unit, inner)),
                                (int) lines.getLineNumber(positions.getEndPosition(unit, inner)),
                                implementsNamed(inner, "Protocol"))))
        .collect(toImmutableList());
  }

  private static Stream<ClassTree> nestedIn(ClassTree outer) {
    return outer.getMembers().stream()
        .filter(ClassTree.class::isInstance)
        .map(ClassTree.class::cast)
        .filter(inner -> implementsNamed(inner, "Program") || implementsNamed(inner, "Protocol"));
  }

  private static boolean implementsNamed(ClassTree type, String name) {
    return type.getImplementsClause().stream().map(Tree::toString).anyMatch(name::equals);
  }

  /** How tables call it. */
  String name() {
    return outer + "." + inner;
  }

  /** How source code calls it. */
  String className() {
    return PACKAGE + "." + name();
  }

  /** How the class loader calls it. */
  String binaryName() {
    return PACKAGE + "." + outer + "$" + inner;
  }

  /** How the test that runs it is called. */
  String testName() {
    return PACKAGE + "." + (isProtocol ? "Protocol_" : "Program_") + outer + "_" + inner;
  }

  /**
   * Which test of which text it is: what an older text has left behind says nothing of this one.
   */
  String version() throws IOException {
    List<String> lines = Files.readAllLines(Path.of(file)).subList(firstLine - 1, lastLine);
    return testName() + " " + Hashing.sha256().hashString(String.join("\n", lines), UTF_8);
  }

  boolean covers(URI otherFile, long line) {
    return file.equals(otherFile) && firstLine <= line && line <= lastLine;
  }
}
