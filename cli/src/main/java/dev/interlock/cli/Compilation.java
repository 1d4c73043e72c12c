package dev.interlock.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import com.google.errorprone.BaseErrorProneJavaCompiler;
import com.google.errorprone.scanner.ScannerSupplier;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskListener;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * javac with Error Prone and the checks of the plugin, all in this process and up to the point
 * where classes would be written.
 *
 * @param classpath what the sources need
 * @param processorPath where annotation processors are; if empty, they are looked for on the class
 *     path
 * @param encoding of the sources
 * @param options further options of javac and flags of Error Prone
 */
record Compilation(
    ImmutableList<Path> classpath,
    ImmutableList<Path> processorPath,
    Charset encoding,
    ImmutableList<String> options) {
  /** The first Java whose javac has an option to run annotation processors without being asked. */
  private static final int PROC_FULL = 21;

  /** Compiles these files together. */
  Outcome run(Collection<Path> files, TaskListener listener) {
    try {
      Path generated = Files.createTempDirectory("interlock");
      try {
        return run(files, listener, generated);
      } finally {
        MoreFiles.deleteRecursively(generated, RecursiveDeleteOption.ALLOW_INSECURE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Outcome run(Collection<Path> files, TaskListener listener, Path generated)
      throws IOException {
    DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
    JavaCompiler compiler =
        new BaseErrorProneJavaCompiler(ScannerSupplier.fromBugCheckerClasses(Checks.CLASSES));
    StringWriter output = new StringWriter();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(collector, Locale.ENGLISH, encoding)) {
      locate(manager, generated);
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  output,
                  manager,
                  collector,
                  allOptions(),
                  ImmutableList.of(),
                  manager.getJavaFileObjectsFromPaths(files));
      task.setLocale(Locale.ENGLISH);
      task.addTaskListener(listener);
      boolean succeeded = task.call();
      Outcome outcome = Outcome.of(collector.getDiagnostics());
      if (!succeeded && outcome.findings().isEmpty() && outcome.errors().isEmpty()) {
        throw new IllegalStateException("javac gave up: " + output);
      }
      return outcome;
    } catch (LinkageError e) {
      throw new CommandException(
          "Error Prone, which is in this jar, does not run on Java %s: %s"
              .formatted(Runtime.version().feature(), e),
          "Run Interlock with the java of JDK 17 to 25, as java -jar ...");
    } catch (IllegalArgumentException e) {
      throw new CommandException(
          "javac refuses an option: " + e.getMessage(), "Correct it, or leave it out.");
    }
  }

  /** Sets all paths, because those that javac would assume are of this program. */
  private void locate(StandardJavaFileManager manager, Path generated) throws IOException {
    manager.setLocationFromPaths(StandardLocation.CLASS_PATH, classpath);
    manager.setLocationFromPaths(StandardLocation.SOURCE_PATH, ImmutableList.of());
    if (!processorPath.isEmpty()) {
      manager.setLocationFromPaths(StandardLocation.ANNOTATION_PROCESSOR_PATH, processorPath);
    }
    ImmutableList<Path> folder = ImmutableList.of(generated);
    manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, folder);
    manager.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, folder);
  }

  private ImmutableList<String> allOptions() {
    ImmutableList.Builder<String> all = ImmutableList.builder();
    all.add(
        "-XDcompilePolicy=simple", "--should-stop=ifError=FLOW", "--should-stop=ifNoError=FLOW");
    all.add("-Xmaxerrs", "0", "-Xmaxwarns", "0", "-nowarn", "-Xlint:none");
    if (Runtime.version().feature() >= PROC_FULL) {
      all.add("-proc:full");
    }
    all.add("-XepDisableAllChecks", "-XepOpt:Interlock:Summary=false");
    all.addAll(Iterables.transform(Checks.NAMES, check -> "-Xep:" + check + ":ERROR"));
    return all.addAll(options).build();
  }
}
