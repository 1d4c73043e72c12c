package dev.interlock.soundness;

import java.util.concurrent.Executor;

/** Two tasks that run in parallel, and what they leave behind. */
public interface Program {
  /** Hands over the two tasks. */
  void launch(Executor pool);

  /** Returns what is there when both are done. */
  Object outcome();
}
