package com.servoworks.arm;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;

/** Messages of one arm are handled one after the other, on whichever thread of the pool is free. */
abstract class Mailbox<M> implements Runnable {
  private final Queue<M> messages = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private final ExecutorService pool;

  Mailbox(ExecutorService pool) {
    this.pool = pool;
  }

  final void send(M message) {
    messages.add(message);
    schedule();
  }

  private void schedule() {
    if (scheduled.compareAndSet(false, true)) {
      pool.execute(this);
    }
  }

  @Override
  public final void run() {
    try {
      M message;
      while ((message = messages.poll()) != null) {
        receive(message);
      }
    } finally {
      scheduled.set(false);
      if (!messages.isEmpty()) {
        schedule();
      }
    }
  }

  protected abstract void receive(M message);
}

class RobotArm extends Mailbox<String> {
  private final List<String> done = new ArrayList<>();
  private int angle;
  private int moves;
  private int stops;

  RobotArm(ExecutorService pool) {
    super(pool);
  }

  @Override
  protected void receive(String command) {
    moves++;
    angle = (angle + command.length() * 7) % 360;
    done.add(command); // RACE unsafe-collection #1
  }

  /** The emergency stop does not go through the mailbox. */
  void stop() {
    stops++; // RACE rmw
    done.clear(); // RACE unsafe-collection #1
  }

  int stops() {
    return stops;
  }

  static void program(ExecutorService pool, ExecutorService panels, List<String> commands) {
    RobotArm arm = new RobotArm(pool);
    for (String command : commands) {
      panels.execute(() -> arm.send(command));
      panels.execute(arm::stop);
    }
  }
}
