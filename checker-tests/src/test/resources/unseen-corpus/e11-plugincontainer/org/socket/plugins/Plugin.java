package org.socket.plugins;

import java.util.concurrent.atomic.AtomicReference;

public abstract class Plugin {

  enum Phase { INSTALLED, STARTED, STOPPED }

  private final String id;
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.INSTALLED);
  private volatile boolean sealed;

  protected Plugin(String id) {
    this.id = id;
  }

  public final String id() {
    return id;
  }

  final void start() {
    if (phase.compareAndSet(Phase.INSTALLED, Phase.STARTED)) {
      onStart();
    }
  }

  final void stop() {
    Phase before = phase.getAndSet(Phase.STOPPED);
    if (before == Phase.STARTED) {
      onStop();
    }
  }

  final void seal() {
    sealed = true;
  }

  protected final boolean sealed() {
    return sealed;
  }

  protected abstract void onStart();

  protected abstract void onStop();
}
