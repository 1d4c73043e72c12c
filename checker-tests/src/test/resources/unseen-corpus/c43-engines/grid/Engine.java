package grid;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Life cycle done by the book. Managed from JMX, from the shutdown hook and from tests. */
public abstract class Engine implements EngineMBean {
  private volatile Thread worker;
  private volatile boolean running;
  private final AtomicBoolean disposed = new AtomicBoolean();
  private int starts;

  @Override
  public synchronized void start() {
    if (running || disposed.get()) {
      return;
    }
    running = true;
    starts++;
    Thread t = new Thread(this::loop, getClass().getSimpleName());
    worker = t;
    t.start();
  }

  @Override
  public void stop() throws InterruptedException {
    Thread t;
    synchronized (this) {
      if (!running) {
        return;
      }
      running = false;
      t = worker;
      worker = null;
    }
    t.join();
  }

  public void dispose() throws InterruptedException {
    if (disposed.compareAndSet(false, true)) {
      stop();
      release();
    }
  }

  private void loop() {
    int idle = 0;
    while (running) {
      if (cycle()) {
        idle = 0;
      } else {
        idle++;
        if (idle > 1000) {
          Thread.onSpinWait();
        }
      }
    }
  }

  protected abstract boolean cycle();

  protected abstract void release();

  @Override
  public synchronized int getStarts() {
    return starts;
  }
}

interface EngineMBean {
  void start();

  void stop() throws InterruptedException;

  int getStarts();
}

/** The phases as an enum in an atomic reference; each transition is one CAS. */
class Turbine {
  private enum Phase { COLD, WARMING, HOT, TRIPPED }

  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.COLD);
  private volatile Phase lastSeen = Phase.COLD;

  boolean warmUp() {
    return phase.compareAndSet(Phase.COLD, Phase.WARMING);
  }

  boolean hot() {
    Phase p = phase.get();
    return p == Phase.WARMING && phase.compareAndSet(p, Phase.HOT);
  }

  void trip() {
    if (phase.getAndSet(Phase.TRIPPED) != Phase.TRIPPED) {
      System.err.println("tripped");
    }
  }

  Phase look() {
    lastSeen = phase.get();
    return lastSeen;
  }
}
