package net.corelib.boot;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The services of the application, each made at first use. */
public final class Registry {
  private static volatile Registry instance;
  private static Clock clock;
  private final Map<String, Object> named = new HashMap<>();
  private final ExecutorService startup = Executors.newCachedThreadPool();
  private Mailer mailer;
  private volatile Templates templates;
  private volatile Audit audit;
  private int fingerprint;

  private Registry() {}

  public static Registry get() {
    Registry r = instance;
    if (r == null) {
      synchronized (Registry.class) {
        r = instance;
        if (r == null) {
          instance = r = new Registry();
        }
      }
    }
    return r;
  }

  /** Warms up everything on as many threads as it takes. */
  public void warm() {
    startup.execute(() -> mailer().send("up"));
    startup.execute(() -> templates().render("up"));
    startup.execute(() -> audit().log("up"));
    startup.execute(() -> clock().advance(1));
    startup.execute(this::fingerprint);
    startup.execute(() -> mailer().send("still up"));
    startup.execute(() -> clock().advance(2));
  }

  Mailer mailer() {
    if (mailer == null) { // RACE check-then-act #1
      synchronized (this) {
        if (mailer == null) {
          mailer = new Mailer(); // RACE check-then-act #1
        }
      }
    }
    return mailer;
  }

  Templates templates() {
    if (templates == null) {
      synchronized (this) {
        if (templates == null) {
          templates = new Templates();
        }
      }
    }
    return templates;
  }

  Audit audit() {
    if (audit == null) { // RACE check-then-act #2
      audit = new Audit(); // RACE check-then-act #2
    }
    return audit;
  }

  static Clock clock() {
    if (clock == null) { // RACE check-then-act #3
      clock = new Clock(); // RACE check-then-act #3
    }
    return clock;
  }

  int fingerprint() {
    int h = fingerprint;
    if (h == 0) {
      h = getClass().getName().hashCode();
      fingerprint = h;
    }
    return h;
  }

  synchronized Object named(String name) {
    Object o = named.get(name);
    if (o == null) {
      o = new Object();
      named.put(name, o);
    }
    return o;
  }
}
