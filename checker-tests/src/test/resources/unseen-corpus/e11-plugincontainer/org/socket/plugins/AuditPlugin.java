package org.socket.plugins;

import java.util.concurrent.atomic.AtomicInteger;

public class AuditPlugin extends Plugin {
  private final AtomicInteger calls = new AtomicInteger();
  private int starts;

  public AuditPlugin() {
    super("audit");
  }

  @Override
  protected void onStart() {
    starts = 1;
  }

  @Override
  protected void onStop() {
    calls.set(0);
  }

  public int call() {
    return calls.incrementAndGet() + starts;
  }
}
