package dev.interlock.testing;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.util.stream.Collectors.joining;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.BaseErrorProneJavaCompiler;
import com.google.errorprone.FileManagers;
import com.google.errorprone.FileObjects;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.scanner.ScannerSupplier;
import dev.interlock.bugpatterns.AtomicGetThenSet;
import dev.interlock.bugpatterns.InconsistentLocking;
import dev.interlock.bugpatterns.NonAtomicCheckThenAct;
import dev.interlock.bugpatterns.SplitCriticalSection;
import dev.interlock.bugpatterns.UnguardedCollectionMutation;
import dev.interlock.bugpatterns.UnsafeReadModifyWrite;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;

/**
 * Compiles source files together, in process and with all checks of the plugin, and looks at what
 * javac says: not only at what must be there, but also that there is nothing else, such as a note
 * of an internal failure.
 *
 * <p>A line that must be reported ends in {@code // BUG:} and the names of the checks that report
 * it. Files are named after the first type in them.
 *
 * @param checks the checks that run
 * @param options options of javac, among them flags for Error Prone
 */
public record CheckTester(
    ImmutableSet<Class<? extends BugChecker>> checks,
    ImmutableList<String> options,
    ImmutableList<String> sources) {
  /** The checks of the plugin. */
  public static final ImmutableSet<Class<? extends BugChecker>> CHECKS =
      ImmutableSet.of(
          AtomicGetThenSet.class,
          InconsistentLocking.class,
          NonAtomicCheckThenAct.class,
          SplitCriticalSection.class,
          UnguardedCollectionMutation.class,
          UnsafeReadModifyWrite.class);

  private static final ImmutableList<String> DEFAULT_OPTIONS =
      ImmutableList.of(
          "-encoding",
          "UTF-8",
          "-XDcompilePolicy=simple",
          "-proc:none",
          "-XepOpt:Interlock:Summary=false");

  private static final Pattern MARK = Pattern.compile("// BUG: (.+)$");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package (\\S+);");
  private static final Pattern TYPE =
      Pattern.compile("(?m)^(?:[\\w@()\" -]+ )?(?:class|interface|enum|record|@interface) (\\w+)");
  private static final Pattern CHECK = Pattern.compile("(?s)\\[(\\w+)\\] .*");

  /** Compiles these files. */
  public static CheckTester of(String... sources) {
    return new CheckTester(CHECKS, ImmutableList.of(), ImmutableList.copyOf(sources));
  }

  /** This with another check instead of those of the plugin. */
  public CheckTester withCheck(Class<? extends BugChecker> check) {
    return new CheckTester(ImmutableSet.of(check), options, sources);
  }

  /** This with further options for javac. */
  public CheckTester withOptions(String... more) {
    return new CheckTester(
        checks, ImmutableList.<String>builder().addAll(options).add(more).build(), sources);
  }

  /** The marked lines are reported, by the named checks, and javac says nothing else. */
  public void reportsWhatIsMarked() {
    ImmutableList<String> marked =
        files().stream().flatMap(CheckTester::marks).collect(toImmutableList());
    ImmutableList<Diagnostic<? extends JavaFileObject>> said = diagnostics();
    assertWithMessage(
            "What javac says:\n%s\n", said.stream().map(Object::toString).collect(joining("\n")))
        .that(said.stream().map(CheckTester::place).collect(toImmutableList()))
        .containsExactlyElementsIn(marked);
  }

  /** The message of the only thing that javac says. */
  public String onlyMessage() {
    ImmutableList<Diagnostic<? extends JavaFileObject>> said = diagnostics();
    assertWithMessage("%s", said).that(said).hasSize(1);
    return said.get(0).getMessage(Locale.ENGLISH);
  }

  /** All that javac says, in its order. */
  public ImmutableList<Diagnostic<? extends JavaFileObject>> diagnostics() {
    DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
    StringWriter output = new StringWriter();
    new BaseErrorProneJavaCompiler(ScannerSupplier.fromBugCheckerClasses(checks))
        .getTask(
            output,
            FileManagers.testFileManager(),
            collector,
            ImmutableList.<String>builder().addAll(DEFAULT_OPTIONS).addAll(options).build(),
            ImmutableList.of(),
            files().stream().map(SourceFile::toFileObject).collect(toImmutableList()))
        .call();
    // What javac prints instead of reporting it is a crash.
    assertWithMessage("output").that(output.toString()).isEmpty();
    return ImmutableList.copyOf(collector.getDiagnostics());
  }

  private ImmutableList<SourceFile> files() {
    return sources.stream().map(SourceFile::of).collect(toImmutableList());
  }

  private static Stream<String> marks(SourceFile file) {
    List<String> lines = file.source().lines().toList();
    return IntStream.range(0, lines.size())
        .boxed()
        .flatMap(
            index -> {
              Matcher mark = MARK.matcher(lines.get(index));
              return mark.find()
                  ? Splitter.on(", ")
                      .splitToStream(mark.group(1))
                      .map(check -> "%s:%d %s".formatted(file.simpleName(), index + 1, check))
                  : Stream.empty();
            });
  }

  /** Returns where a diagnostic is, in the form of a mark. */
  private static String place(Diagnostic<? extends JavaFileObject> diagnostic) {
    String message = diagnostic.getMessage(Locale.ENGLISH);
    Matcher check = CHECK.matcher(message);
    JavaFileObject file = diagnostic.getSource();
    return file == null || !check.matches()
        ? diagnostic.getKind() + " " + message
        : "%s:%d %s"
            .formatted(
                file.getName().replaceAll("^.*/|\\.java$", ""),
                diagnostic.getLineNumber(),
                check.group(1));
  }

  /** A file of the compilation; its name follows from what it declares. */
  private record SourceFile(String packageName, String simpleName, String source) {
    static SourceFile of(String source) {
      return new SourceFile(
          find(PACKAGE, source).map(p -> p.group(1)).orElse(""),
          find(TYPE, source).map(t -> t.group(1)).orElse("package-info"),
          source);
    }

    JavaFileObject toFileObject() {
      String folder = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
      return FileObjects.forSourceLines(folder + simpleName + ".java", source);
    }

    private static java.util.Optional<MatchResult> find(Pattern pattern, String source) {
      return pattern.matcher(source).results().findFirst();
    }
  }
}
