package dev.interlock.benchmarks;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Compiles a library in this process, again and again. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6)
@Measurement(iterations = 10)
@Fork(1)
public class CompileBenchmark {

  @Param("HikariCP")
  public String library = "";

  @Param("JAVAC")
  public Setup setup = Setup.JAVAC;

  /** Compiles all sources of the library; returns whether there were no errors. */
  @Benchmark
  public boolean compile() throws IOException {
    Workplace workplace = Workplace.fromProperties();
    Project project = workplace.library(library);
    Path classes = Files.createDirectories(workplace.scratch().resolve("warm"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    ImmutableList<String> options =
        ImmutableList.<String>builder()
            .addAll(setup.options(workplace.processorPath()))
            .add("-cp", project.classPath(), "-d", classes.toString())
            .build();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      return compiler
          .getTask(
              Writer.nullWriter(),
              files,
              null,
              options,
              null,
              files.getJavaFileObjectsFromPaths(project.sources()))
          .call();
    }
  }
}
