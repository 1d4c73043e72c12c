package io.thingbridge;

import java.util.HashMap;
import java.util.Map;
import javax.annotation.concurrent.GuardedBy;

/** The last known and the wanted state of a device. */
public class DeviceShadow {
  private final Object desiredLock = new Object();
  private final Object reportedLock = new Object();

  @GuardedBy("desiredLock")
  private final Map<String, String> desired = new HashMap<>();

  @GuardedBy("reportedLock")
  private final Map<String, String> reported = new HashMap<>();

  @GuardedBy("this")
  private long version;

  @GuardedBy("desiredLock")
  private int deltas;

  public void want(String key, String value) {
    synchronized (desiredLock) {
      if (!value.equals(desired.put(key, value))) {
        countDelta();
      }
    }
    bump();
  }

  @GuardedBy("desiredLock")
  private void countDelta() {
    deltas++;
  }

  public void report(String key, String value) {
    synchronized (reportedLock) {
      reported.put(key, value);
    }
    touch();
  }

  private synchronized void bump() {
    version++;
  }

  private void touch() {
    version++; // RACE rmw
  }

  /** Drops a key which the device no longer knows. */
  public void forget(String key) {
    synchronized (desiredLock) {
      desired.remove(key);
      reported.remove(key); // RACE wrong-lock
      deltas = 0;
    }
  }

  public Map<String, String> pending() {
    Map<String, String> out = new HashMap<>();
    synchronized (desiredLock) {
      out.putAll(desired);
    }
    synchronized (reportedLock) {
      reported.forEach(out::remove);
    }
    return out;
  }

  public synchronized long version() {
    return version;
  }
}
