package dev.interlock.cli;

import dev.interlock.report.html.SarifMerge;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code merge SARIF}: puts what several compilations wrote as SARIF into one file. */
@Command(
    name = "merge",
    description = "Puts the SARIF files of several compilations into one.",
    mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private SarifInput input = new SarifInput();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "interlock.sarif",
      description = "the file to write (interlock.sarif)")
  private Path output;

  @Override
  public Integer call() throws IOException {
    input.convert(SarifMerge::merge, output, spec.commandLine().getErr());
    return ExitStatus.CLEAN;
  }
}
