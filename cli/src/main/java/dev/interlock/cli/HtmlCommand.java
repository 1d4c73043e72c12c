package dev.interlock.cli;

import dev.interlock.report.html.HtmlReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code html SARIF}: makes a page of what the plugin wrote as SARIF. */
@Command(
    name = "html",
    description = {
      "Makes a page of SARIF files: for each finding a drawing of the two threads, the lines of",
      "the source, the locks, and what is lost. The page loads nothing."
    },
    mixinStandardHelpOptions = true)
final class HtmlCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private SarifInput input = new SarifInput();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "interlock.html",
      description = "the page to write (interlock.html)")
  private Path output;

  @Override
  public Integer call() throws IOException {
    input.convert(sarif -> HtmlReport.ofSarif(sarif).html(), output, spec.commandLine().getErr());
    return ExitStatus.CLEAN;
  }
}
