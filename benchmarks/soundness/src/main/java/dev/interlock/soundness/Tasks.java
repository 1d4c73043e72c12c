package dev.interlock.soundness;

import java.util.concurrent.Executor;

/** The tasks of a program, kept until somebody runs them. */
public final class Tasks implements Executor {
  private static final int COUNT = 2;

  private final Program program;
  private final Runnable[] tasks = new Runnable[COUNT];
  private final String[] failures = {"", ""};
  private int launched;

  /** Has a program launch its tasks. */
  public Tasks(Program program) {
    this.program = program;
    program.launch(this);
  }

  @Override
  public void execute(Runnable task) {
    tasks[launched++] = task;
  }

  /** Runs one of the tasks. An exception is an outcome, too. */
  public void run(int task) {
    try {
      tasks[task].run();
    } catch (RuntimeException e) {
      failures[task] = " " + e.getClass().getSimpleName();
    }
  }

  /** Returns what the tasks left behind. */
  public String outcome() {
    return program.outcome() + String.join("", failures);
  }

  /** Runs a protocol, and returns what it left behind. */
  public static String outcomeOf(Protocol protocol) {
    try {
      return String.valueOf(protocol.run());
    } catch (Exception e) {
      return e.getClass().getSimpleName();
    }
  }
}
