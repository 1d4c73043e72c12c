package dev.ripple.bus;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Keeps what passed by, wired to a bus whose deliveries run on eight threads. */
public final class AuditTap {
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final EventBus bus = new EventBus(threads);
  private final List<String> trail = new ArrayList<>();
  private int orders;

  public AuditTap() {
    bus.subscribe(String.class, this::onText);
    bus.subscribe(Integer.class, n -> {
      orders += n; // RACE rmw
    });
  }

  private void onText(String text) {
    synchronized (trail) {
      trail.add(text);
      if (trail.size() > 500) {
        trail.remove(0);
      }
    }
  }

  public EventBus bus() {
    return bus;
  }

  public int orders() {
    return orders;
  }
}
