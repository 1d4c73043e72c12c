package dev.interlock.soundness;

/** A program that starts its tasks by itself, and may wait for them. */
public interface Protocol {
  /** How many updates there are. */
  int updates();

  /** Runs it all, and returns how many updates are left. */
  int run() throws Exception;
}
