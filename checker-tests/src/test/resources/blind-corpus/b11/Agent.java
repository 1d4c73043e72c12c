package org.probeworks.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects the tasks of the agent and runs each of them on a thread of its own. */
public class Agent {
  private final List<Runnable> tasks = new ArrayList<>();
  private final Supplier<Runnable> cleaners;
  private Runnable heartbeat;
  private int registered;

  public Agent(Supplier<Runnable> cleaners) {
    this.cleaners = cleaners;
  }

  public Agent add(Runnable task) {
    tasks.add(task);
    registered++;
    return this;
  }

  public Agent heartbeat(Runnable task) {
    heartbeat = task;
    return this;
  }

  public void launch() {
    for (Runnable t : tasks) {
      new Thread(t).start();
    }
    for (int i = 0; i < 3; i++) {
      new Thread(cleaners.get()).start();
    }
    Thread a = new Thread(heartbeat, "heartbeat-a");
    Thread b = new Thread(heartbeat, "heartbeat-b");
    a.start();
    b.start();
    System.out.println(registered + " tasks");
  }
}
