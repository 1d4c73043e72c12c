package dev.interlock.cli;

import com.google.common.collect.ImmutableList;
import dev.interlock.report.html.HtmlReport;
import dev.interlock.report.html.InvalidSarifException;
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

  @Parameters(
      arity = "1..*",
      paramLabel = "SARIF",
      description = "SARIF files, and folders of them")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "interlock.html",
      description = "the page to write (interlock.html)")
  private Path output;

  @Override
  public Integer call() throws IOException {
    ImmutableList<String> logs = SarifFiles.read(files);
    try {
      TextFiles.write(output, HtmlReport.ofSarif(logs).html());
    } catch (InvalidSarifException e) {
      throw SarifFiles.invalid(e);
    }
    spec.commandLine().getErr().println("Wrote " + output + ".");
    return ExitStatus.CLEAN;
  }
}
