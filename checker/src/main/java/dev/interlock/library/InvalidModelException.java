package dev.interlock.library;

/** A model file cannot be read or says something that is not understood. */
public final class InvalidModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidModelException(String message) {
    super(message);
  }

  InvalidModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
