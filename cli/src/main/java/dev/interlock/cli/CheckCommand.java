package dev.interlock.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check SOURCES}: compiles sources with the checks, and prints what these find. */
@Command(
    name = "check",
    description = "Compiles sources with the checks, in memory, and prints what these find.",
    footer = {
      "",
      "Exit status: 0 nothing was found; 1 something was found; 2 not everything could be checked."
    },
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "SOURCES",
      description = "Java files, and folders of them such as src/main/java")
  private List<Path> sources = new ArrayList<>();

  @Option(
      names = {"-cp", "--classpath", "--class-path"},
      paramLabel = "PATH",
      description = "the libraries that the sources need; annotation processors on it are run")
  private String classpath = "";

  @Option(
      names = "--processor-path",
      paramLabel = "PATH",
      description = "where annotation processors are, if not on the class path")
  private String processorPath = "";

  @Option(
      names = "--release",
      paramLabel = "N",
      description = "the version of Java that the sources are written for")
  private Optional<Integer> release = Optional.empty();

  @Option(
      names = "--encoding",
      paramLabel = "CHARSET",
      defaultValue = "UTF-8",
      description = "the encoding of the sources (UTF-8)")
  private Charset encoding;

  @Option(
      names = "--sarif",
      paramLabel = "FILE",
      description = "a file to write the findings to as SARIF 2.1.0")
  private Optional<Path> sarif = Optional.empty();

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "a file to write a page to that shows the findings")
  private Optional<Path> html = Optional.empty();

  @ArgGroup private BaselineOptions baseline = new BaselineOptions();

  @Option(
      names = "--javac-option",
      paramLabel = "OPTION",
      description = {
        "a further option for javac, or a flag for Error Prone, as in",
        "--javac-option=-XepOpt:Interlock:Models=platform.model; may be repeated"
      })
  private List<String> options = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    PrintWriter progress = spec.commandLine().getErr();
    try (FindingFiles files = FindingFiles.of(sarif, html)) {
      CheckedSources result =
          CheckedSources.of(
              Sources.find(sources),
              compiled ->
                  compilation(files)
                      .run(
                          compiled,
                          new Progress(progress, InstantSource.system(), compiled.size())));
      new CheckReport(spec.commandLine().getOut(), progress, baseline.silence()).print(result);
      files.write(progress);
      return status(result);
    }
  }

  private static int status(CheckedSources result) {
    if (!result.leftOut().isEmpty()) {
      return ExitStatus.FAILED;
    }
    return result.findings().isEmpty() ? ExitStatus.CLEAN : ExitStatus.FOUND;
  }

  private Compilation compilation(FindingFiles files) {
    ImmutableList.Builder<String> javac = ImmutableList.builder();
    release.ifPresent(version -> javac.add("--release", version.toString()));
    return new Compilation(
        path(classpath),
        path(processorPath),
        encoding,
        javac.addAll(files.options()).addAll(baseline.flags()).addAll(options).build());
  }

  private static ImmutableList<Path> path(String entries) {
    ImmutableList<Path> path =
        Splitter.on(File.pathSeparatorChar)
            .trimResults()
            .omitEmptyStrings()
            .splitToStream(entries)
            .map(Path::of)
            .collect(toImmutableList());
    path.stream()
        .filter(entry -> !Files.exists(entry))
        .findFirst()
        .ifPresent(
            missing -> {
              throw new CommandException(
                  "There is no " + missing + ", which a path names.",
                  "Separate the entries of a path with '%s'.".formatted(File.pathSeparator));
            });
    return path;
  }
}
