package dev.interlock.report.html;

/** A text is not what Interlock writes as SARIF. */
public final class InvalidSarifException extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidSarifException(String message) {
    super(message);
  }
}
