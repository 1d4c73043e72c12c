package dev.interlock.cli;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a user's mistake in words alone, and a mistake of ours with all that helps to find it. */
final class FailureHandler implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult arguments) {
    if (failure instanceof CommandException) {
      command.getErr().println(failure.getMessage());
    } else {
      command.getErr().println("Interlock itself failed; please report this:");
      failure.printStackTrace(command.getErr());
    }
    return ExitStatus.FAILED;
  }
}
