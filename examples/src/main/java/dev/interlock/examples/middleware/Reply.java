package dev.interlock.examples.middleware;

/**
 * What the gateway tells its caller.
 *
 * @param status how the call went
 * @param body the backend's answer, or the reason why there is none
 */
public record Reply(Status status, String body) {
  /** How a call went. */
  public enum Status {
    /** The backend answered. */
    ANSWERED,
    /** The backend was not asked. */
    REJECTED,
    /** The backend was asked and gave no answer. */
    FAILED
  }

  static Reply answered(String body) {
    return new Reply(Status.ANSWERED, body);
  }

  static Reply rejected(String reason) {
    return new Reply(Status.REJECTED, reason);
  }

  static Reply failed(Exception cause) {
    return new Reply(Status.FAILED, String.valueOf(cause.getMessage()));
  }
}
