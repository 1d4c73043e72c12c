package dev.interlock.analysis.lock;

/** Says why the held locks of a body are not known. */
public final class LockAnalysisException extends RuntimeException {
  LockAnalysisException(String message) {
    super(message);
  }
}
