package dev.interlock.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain CHECK}: prints the page of a check. */
@Command(
    name = "explain",
    description = "Prints the page of a check: what it finds, why that is wrong, how to fix it.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CHECK", description = "a check, such as UnsafeReadModifyWrite")
  private String check;

  @Override
  public Integer call() {
    String page =
        Checks.page(check)
            .orElseThrow(
                () ->
                    new CommandException(
                        "There is no check " + check + ".",
                        "The checks are " + String.join(", ", Checks.NAMES) + "."));
    spec.commandLine().getOut().println(page);
    return ExitStatus.CLEAN;
  }
}
