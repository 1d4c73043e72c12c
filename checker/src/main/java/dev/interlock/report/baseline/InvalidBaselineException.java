package dev.interlock.report.baseline;

/** A baseline cannot be read, or what is in it cannot be understood. */
public final class InvalidBaselineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidBaselineException(String message) {
    super(message);
  }
}
