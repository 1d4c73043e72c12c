package com.cadworks.licence;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** Static data under a static lock object, used by instances. */
class LicenseAudit {
  private static final Object AUDIT = new Object();
  private static final List<String> EVENTS = new ArrayList<>();
  private static long sequence;
  private static int failures;

  private final String department;

  LicenseAudit(String department) {
    this.department = department;
  }

  void event(String text) {
    synchronized (AUDIT) {
      EVENTS.add(++sequence + " " + department + " " + text);
    }
  }

  /** Another department has another lock. */
  synchronized void failure() {
    failures++; // RACE wrong-lock
  }

  static int failures() {
    return failures;
  }

  static void replay(ExecutorService pool, List<String> departments) {
    for (String name : departments) {
      LicenseAudit audit = new LicenseAudit(name);
      pool.execute(() -> audit.event("login"));
      pool.execute(audit::failure);
    }
  }
}
