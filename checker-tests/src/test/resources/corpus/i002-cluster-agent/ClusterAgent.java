package io.hivemind.agent;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;

interface Transport {
  void open();

  void close();
}

/** Started by whichever request comes first. */
class ClusterAgent {
  private final Transport transport;
  private final ExecutorService requests;
  private boolean started;
  private volatile boolean announced;
  private volatile boolean stopped;

  ClusterAgent(Transport transport, ExecutorService requests) {
    this.transport = transport;
    this.requests = requests;
  }

  void handle(Runnable request) {
    requests.execute(
        () -> {
          ensureStarted();
          announceOnce();
          request.run();
        });
  }

  private void ensureStarted() {
    if (!started) { // RACE check-then-act #1
      started = true; // RACE check-then-act #1
      transport.open();
    }
  }

  private void announceOnce() {
    if (announced) { // RACE check-then-act #2
      return;
    }
    announced = true; // RACE check-then-act #2
    System.out.println("joined");
  }

  /** Setting a flag that only ever goes up needs no test. */
  void stop() {
    stopped = true;
    requests.shutdown();
  }

  boolean stopped() {
    return stopped;
  }
}

class SteadyClusterAgent {
  private final Transport transport;
  private final ExecutorService requests;
  private final AtomicBoolean started = new AtomicBoolean();
  private boolean announced;

  SteadyClusterAgent(Transport transport, ExecutorService requests) {
    this.transport = transport;
    this.requests = requests;
  }

  void handle(Runnable request) {
    requests.execute(
        () -> {
          if (started.compareAndSet(false, true)) {
            transport.open();
          }
          announceOnce();
          request.run();
        });
  }

  private void announceOnce() {
    synchronized (this) {
      if (announced) {
        return;
      }
      announced = true;
    }
    System.out.println("joined");
  }

  void stop() {
    if (started.compareAndSet(true, false)) {
      transport.close();
    }
  }
}
