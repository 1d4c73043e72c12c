package dev.interlock.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.Streams;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The real {@code javac} of an installed JDK in a process of its own, with Error Prone and the
 * packed plugin on its processor path, as a user's build has it.
 *
 * @param errorProneFlags what follows {@code -Xplugin:ErrorProne}
 * @param options further options of javac
 */
public record RealJavac(
    Jdk jdk,
    ErrorProneRelease errorProne,
    ImmutableList<String> errorProneFlags,
    ImmutableList<String> options) {

  /** What Error Prone's installation page asks for on JDK 16 and newer. */
  private static final ImmutableList<String> JVM_FLAGS =
      ImmutableList.of(
          "-J--add-exports=jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED",
          "-J--add-exports=jdk.compiler/com.sun.tools.javac.file=ALL-UNNAMED",
          "-J--add-exports=jdk.compiler/com.sun.tools.javac.main=ALL-UNNAMED",
          "-J--add-exports=jdk.compiler/com.sun.tools.javac.model=ALL-UNNAMED",
          "-J--add-exports=jdk.compiler/com.sun.tools.javac.parser=ALL-UNNAMED",
          "-J--add-exports=jdk.compiler/com.sun.tools.javac.processing=ALL-UNNAMED",
          "-J--add-exports=jdk.compiler/com.sun.tools.javac.tree=ALL-UNNAMED",
          "-J--add-exports=jdk.compiler/com.sun.tools.javac.util=ALL-UNNAMED",
          "-J--add-opens=jdk.compiler/com.sun.tools.javac.code=ALL-UNNAMED",
          "-J--add-opens=jdk.compiler/com.sun.tools.javac.comp=ALL-UNNAMED",
          "-J-Duser.language=en");

  /** Processes this short end before the optimising compiler has paid for itself. */
  private static final ImmutableList<String> QUICK_START =
      ImmutableList.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC");

  private static final ImmutableList<String> ERROR_PRONE_OPTIONS =
      ImmutableList.of(
          "-XDcompilePolicy=simple",
          "--should-stop=ifError=FLOW",
          "-proc:none",
          "-encoding",
          "UTF-8",
          "-Xmaxerrs",
          "10000");

  /** The javac of the given JDK, with Error Prone's own checks on at their default severities. */
  public static RealJavac of(Jdk jdk, ErrorProneRelease errorProne) {
    return new RealJavac(jdk, errorProne, ImmutableList.of(), ImmutableList.of());
  }

  /** This with further flags for Error Prone, such as {@code -Xep:Name:ERROR}. */
  public RealJavac withErrorProneFlags(Iterable<String> flags) {
    return new RealJavac(jdk, errorProne, concat(errorProneFlags, flags), options);
  }

  /** This with further options for javac, such as {@code -Xlint}. */
  public RealJavac withOptions(Iterable<String> more) {
    return new RealJavac(jdk, errorProne, errorProneFlags, concat(options, more));
  }

  /** This with a class path for the code to be compiled. */
  public RealJavac withClasspath(Iterable<Path> classpath) {
    return withOptions(ImmutableList.of("-classpath", path(classpath)));
  }

  /** Compiles the sources; classes and the record of what javac was told go below {@code work}. */
  public JavacOutcome compile(Iterable<Path> sources, Path work) {
    try {
      Path arguments = Files.write(work.resolve("arguments"), arguments(sources, work), UTF_8);
      return run(work.resolve("output"), arguments);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JavacOutcome run(Path output, Path arguments) throws IOException {
    ImmutableList<String> command =
        concat(
            ImmutableList.of(jdk.tool("javac").toString()),
            concat(concat(JVM_FLAGS, QUICK_START), ImmutableList.of("@" + arguments)));
    Process javac =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      return new JavacOutcome(javac.waitFor(), Files.readString(output));
    } catch (InterruptedException e) {
      javac.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while javac ran", e);
    }
  }

  /** The lines of an argument file, quoted because paths and flags hold spaces. */
  private ImmutableList<String> arguments(Iterable<Path> sources, Path work) {
    ImmutableList<Path> processorPath =
        ImmutableList.<Path>builder()
            .addAll(errorProne.processorPath())
            .add(BuildLayout.pluginJar())
            .build();
    return ImmutableList.<String>builder()
        .addAll(ERROR_PRONE_OPTIONS)
        .add("-processorpath", path(processorPath))
        .add("-Xplugin:ErrorProne " + String.join(" ", errorProneFlags))
        .add("-d", work.resolve("classes").toString())
        .addAll(options)
        .addAll(Iterables.transform(sources, Path::toString))
        .build()
        .stream()
        .map(RealJavac::quoted)
        .collect(ImmutableList.toImmutableList());
  }

  private static String quoted(String argument) {
    return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String path(Iterable<Path> entries) {
    return Streams.stream(entries).map(Path::toString).collect(joining(File.pathSeparator));
  }

  private static ImmutableList<String> concat(Iterable<String> first, Iterable<String> second) {
    return ImmutableList.copyOf(Iterables.concat(first, second));
  }
}
