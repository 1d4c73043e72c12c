package dev.interlock.cli;

/** A reason why a command cannot go on, in words that tell its user what to do next. */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception; {@code nextStep} is a sentence. */
  public CommandException(String reason, String nextStep) {
    super(reason + "\n" + nextStep);
  }
}
