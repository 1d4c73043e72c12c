package dev.interlock.analysis.lock;

/** Says that a body is too large or too intricate to know what locks it holds. */
public final class LockAnalysisException extends RuntimeException {
  LockAnalysisException(String message) {
    super(message);
  }
}
