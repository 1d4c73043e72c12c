package dev.interlock.testing;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.errorprone.BaseErrorProneJavaCompiler;
import com.google.errorprone.scanner.ScannerSupplier;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Source files in a folder, compiled in process with all checks of the plugin.
 *
 * @param flags flags for Error Prone
 * @param options further options of javac
 */
public record Project(Path folder, ImmutableList<String> flags, ImmutableList<String> options) {
  private static final Splitter FIRST_WORD = Splitter.on(' ').limit(2);

  /**
   * What a compilation came to.
   *
   * @param output what javac printed instead of telling it as a diagnostic
   */
  public record Outcome(
      boolean succeeded,
      ImmutableList<Diagnostic<? extends JavaFileObject>> diagnostics,
      String output) {

    /** The diagnostics without a place in the code, each as its kind and its message. */
    public ImmutableList<String> remarks() {
      return diagnostics.stream()
          .filter(said -> said.getPosition() == Diagnostic.NOPOS)
          .map(said -> said.getKind() + " " + said.getMessage(Locale.ENGLISH))
          .collect(toImmutableList());
    }

    /** The places of the diagnostics in the code: file, line and the first word. */
    public ImmutableList<String> places() {
      return diagnostics.stream()
          .filter(said -> said.getPosition() != Diagnostic.NOPOS)
          .map(
              said ->
                  "%s:%d %s"
                      .formatted(
                          Path.of(said.getSource().toUri()).getFileName(),
                          said.getLineNumber(),
                          FIRST_WORD.split(said.getMessage(Locale.ENGLISH)).iterator().next()))
          .collect(toImmutableList());
    }
  }

  /** The files in a folder. */
  public static Project in(Path folder) {
    return new Project(folder, ImmutableList.of(), ImmutableList.of());
  }

  /** This with another flag, the name and value of an option of ours. */
  public Project with(String option, Object value) {
    return withFlag("-XepOpt:Interlock:" + option + "=" + value);
  }

  /** This with another flag for Error Prone. */
  public Project withFlag(String flag) {
    return new Project(folder, concat(flags, flag), options);
  }

  /** This with another option for javac. */
  public Project withOption(String option) {
    return new Project(folder, flags, concat(options, option));
  }

  /** Writes a file. */
  public Path write(String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles these files. */
  public Outcome compile(Path... sources) {
    DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
    StringWriter output = new StringWriter();
    try (StandardJavaFileManager files =
        ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, Locale.ENGLISH, null)) {
      boolean succeeded =
          new BaseErrorProneJavaCompiler(ScannerSupplier.fromBugCheckerClasses(CheckTester.CHECKS))
              .getTask(
                  output,
                  files,
                  collector,
                  arguments(),
                  ImmutableList.of(),
                  files.getJavaFileObjects(sources))
              .call();
      return new Outcome(
          succeeded, ImmutableList.copyOf(collector.getDiagnostics()), output.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ImmutableList<String> arguments() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("target/classes"));
    return Stream.of(
            Stream.of("-encoding", "UTF-8", "-XDcompilePolicy=simple", "-proc:none"),
            Stream.of("-d", classes.toString()),
            flags.stream(),
            options.stream())
        .flatMap(arguments -> arguments)
        .collect(toImmutableList());
  }

  private static ImmutableList<String> concat(ImmutableList<String> first, String last) {
    return ImmutableList.<String>builder().addAll(first).add(last).build();
  }
}
