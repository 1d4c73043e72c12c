package io.plank.lb;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

public final class Upstream {
  private static final VarHandle IN_FLIGHT;

  static {
    try {
      IN_FLIGHT = MethodHandles.lookup().findVarHandle(Upstream.class, "inFlight", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final int weight;
  private volatile int inFlight;
  private volatile int errors;
  private volatile boolean ejected;
  private int probes;

  public Upstream(int weight) {
    this.weight = weight;
  }

  int weight() {
    return weight;
  }

  int inFlight() {
    return inFlight;
  }

  void begin() {
    IN_FLIGHT.getAndAdd(this, 1);
  }

  void end(boolean ok) {
    IN_FLIGHT.getAndAdd(this, -1);
    if (!ok) {
      errors++; // RACE atomic-compound
    }
  }

  synchronized boolean eject(int limit) {
    if (!ejected && errors > limit) {
      ejected = true;
      probes = 0;
      return true;
    }
    return false;
  }

  synchronized boolean probe() {
    if (ejected && ++probes > 3) {
      ejected = false;
    }
    return !ejected;
  }
}
