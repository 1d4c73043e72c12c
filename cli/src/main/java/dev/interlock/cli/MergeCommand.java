package dev.interlock.cli;

import com.google.common.collect.ImmutableList;
import dev.interlock.report.html.InvalidSarifException;
import dev.interlock.report.html.SarifMerge;
import dev.interlock.util.TextFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code merge SARIF}: puts what several compilations wrote as SARIF into one file. */
@Command(
    name = "merge",
    description = "Puts the SARIF files of several compilations into one.",
    mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "SARIF",
      description = "SARIF files, and folders of them")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "interlock.sarif",
      description = "the file to write (interlock.sarif)")
  private Path output;

  @Override
  public Integer call() throws IOException {
    ImmutableList<String> logs = SarifFiles.read(files);
    try {
      TextFiles.write(output, SarifMerge.merge(logs));
    } catch (InvalidSarifException e) {
      throw SarifFiles.invalid(e);
    }
    spec.commandLine().getErr().println("Wrote " + output + ".");
    return ExitStatus.CLEAN;
  }
}
