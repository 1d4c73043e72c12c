package dev.interlock.config;

/** An option of ours is misspelt or has a value that is not understood. */
public final class InvalidOptionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidOptionException(String message) {
    super(message);
  }
}
