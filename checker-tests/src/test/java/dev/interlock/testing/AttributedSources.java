package dev.interlock.testing;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.errorprone.FileObjects;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.api.JavacTool;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Names;
import dev.interlock.analysis.ConcurrencyAnalysis;
import dev.interlock.analysis.ConcurrencyAnalysis.Skipped;
import dev.interlock.analysis.verdict.Finding;
import dev.interlock.library.LibraryModel;
import dev.interlock.library.ModelFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;

/**
 * Source files attributed by javac without Error Prone, to look at parts of the engine by
 * themselves.
 *
 * @param errors what javac complains about
 */
public record AttributedSources(
    ImmutableList<CompilationUnitTree> units, Context context, ImmutableList<String> errors) {
  private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|enum|record) (\\w+)");

  /** Attributes files that must compile. */
  public static AttributedSources of(String... sources) {
    AttributedSources attributed = attribute(ImmutableList.of(), sources);
    assertWithMessage("errors").that(attributed.errors).isEmpty();
    return attributed;
  }

  /** Attributes files that javac may complain about. */
  public static AttributedSources attribute(ImmutableList<String> options, String... sources) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    BasicJavacTask task =
        (BasicJavacTask)
            JavacTool.create()
                .getTask(
                    null,
                    null,
                    diagnostics,
                    ImmutableList.<String>builder()
                        .add("-proc:none", "--should-stop=ifError=FLOW")
                        .addAll(options)
                        .build(),
                    null,
                    Stream.of(sources).map(AttributedSources::file).collect(toImmutableList()));
    ImmutableList<CompilationUnitTree> units = ImmutableList.copyOf(task.parse());
    task.analyze();
    return new AttributedSources(
        units,
        task.getContext(),
        diagnostics.getDiagnostics().stream()
            .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
            .map(Object::toString)
            .collect(toImmutableList()));
  }

  private static JavaFileObject file(String source) {
    Matcher type = TYPE.matcher(source);
    assertWithMessage(source).that(type.find()).isTrue();
    return FileObjects.forSourceLines(type.group(1) + ".java", source);
  }

  /** Returns the top-level classes and interfaces of all files. */
  public ImmutableList<ClassTree> classes() {
    ImmutableList.Builder<ClassTree> classes = ImmutableList.builder();
    for (CompilationUnitTree unit : units) {
      for (Tree type : unit.getTypeDecls()) {
        if (type instanceof ClassTree tree) {
          classes.add(tree);
        }
      }
    }
    return classes.build();
  }

  /** Returns the only file. */
  public CompilationUnitTree unit() {
    return Iterables.getOnlyElement(units);
  }

  public Types types() {
    return Types.instance(context);
  }

  /** Returns the names that javac knows. */
  public Names names() {
    return Names.instance(context);
  }

  /** Returns what the bundled models say, in a new instance for this compilation. */
  public static LibraryModel library() {
    return ModelFiles.load(ImmutableList.of());
  }

  /** Returns what the analysis finds in all files, and what it tells of failures of its own. */
  public Outcome analyse() {
    List<Skipped> skipped = new ArrayList<>();
    ConcurrencyAnalysis analysis = ConcurrencyAnalysis.instance(context, library(), skipped::add);
    return new Outcome(
        units.stream()
            .flatMap(unit -> analysis.findingsIn(unit).stream())
            .collect(toImmutableList()),
        skipped.stream()
            .map(each -> Throwables.getStackTraceAsString(each.failure()))
            .collect(toImmutableList()));
  }

  /**
   * What the analysis came to.
   *
   * @param failures stack traces of failures that cost findings
   */
  public record Outcome(ImmutableList<Finding> findings, ImmutableList<String> failures) {}
}
