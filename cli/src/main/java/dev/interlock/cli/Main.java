package dev.interlock.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of the jar. */
@Command(
    name = "interlock-cli",
    description = "Finds code that can lose an update: a read-modify-write that nothing protects.",
    subcommands = {CheckCommand.class, ExplainCommand.class, HtmlCommand.class, MergeCommand.class},
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = BuildInfo.class)
final class Main {
  private Main() {}

  /** Runs the command that the arguments name, and returns its {@link ExitStatus}. */
  static int run(String... args) {
    return run(console(System.out), console(System.err), args);
  }

  /** Runs a command that prints results to {@code out} and all else to {@code err}. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine commands =
        commandLine().setOut(out).setErr(err).setExecutionExceptionHandler(new FailureHandler());
    try {
      return commands.execute(args);
    } catch (OutOfMemoryError e) {
      err.println("There is not enough memory. Give more, as in java -Xmx4g -jar ...");
      return ExitStatus.FAILED;
    }
  }

  /** Returns the parser of command lines. */
  static CommandLine commandLine() {
    return new CommandLine(new Main());
  }

  private static PrintWriter console(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, Charset.defaultCharset()), true);
  }
}
