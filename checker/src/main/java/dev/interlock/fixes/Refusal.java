package dev.interlock.fixes;

/** Thrown while a patch is being made: it would not be certain to compile and keep behaviour. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refusal(String reason) {
    super(reason, null, false, false);
  }

  /** Refuses unless {@code certain}. */
  static void unless(boolean certain, String reason) {
    if (!certain) {
      throw new Refusal(reason);
    }
  }
}
