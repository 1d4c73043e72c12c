package io.batchling.jobs;

import java.util.ArrayList;
import java.util.List;

/** Mutable while it is being built, and owned by whoever runs it afterwards. */
final class Job {
  enum State { NEW, RUNNING, DONE }

  private final List<String> steps = new ArrayList<>();
  private final String name;
  private State state = State.NEW;
  private int attempts;
  private long millis;

  private Job(String name) {
    this.name = name;
  }

  static Job named(String name) {
    Job j = new Job(name);
    j.steps.add("init");
    j.attempts--;
    j.attempts = 0;
    return j;
  }

  Job step(String s) {
    if (!steps.contains(s)) {
      steps.add(s);
    }
    return this;
  }

  boolean run() {
    if (state == State.DONE) {
      return true;
    }
    state = State.RUNNING;
    attempts++;
    long begin = System.currentTimeMillis();
    for (String s : steps) {
      if (s.isEmpty()) {
        millis += System.currentTimeMillis() - begin;
        return false;
      }
    }
    state = State.DONE;
    millis += System.currentTimeMillis() - begin;
    return true;
  }

  int attempts() {
    return attempts;
  }

  @Override
  public String toString() {
    return name + " " + state + " after " + attempts + " attempts, " + millis + " ms";
  }
}
