package org.fountain.listener;

import jakarta.annotation.PostConstruct;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;

/** Polling container: invokers are scheduled, paused and resumed; lifecycleMonitor guards the counts. */
public class ListenerContainer implements SmartLifecycle {
  private final Object lifecycleMonitor = new Object();
  private final Executor executor;
  private final Supplier<String> source;
  private boolean running;
  private boolean active = true;
  private int activeInvokers;
  private int registeredWithDestination;
  private final Set<Invoker> scheduled = new LinkedHashSet<>();
  private final List<Invoker> paused = new ArrayList<>();
  private Map<String, Integer> priorities;
  private int warmups;

  public ListenerContainer(Executor executor, Supplier<String> source) {
    this.executor = executor;
    this.source = source;
  }

  /** Before any other thread sees the bean. */
  @PostConstruct
  void init() {
    priorities = new HashMap<>();
    for (String s : new String[] {"high", "low"}) {
      if (!priorities.containsKey(s)) {
        priorities.put(s, priorities.size());
      }
    }
    warmups++;
  }

  @Override
  public void start() {
    synchronized (lifecycleMonitor) {
      running = true;
      lifecycleMonitor.notifyAll();
      for (Invoker i : paused) {
        reschedule(i);
      }
      paused.clear();
      while (scheduled.size() < 3) {
        Invoker i = new Invoker();
        scheduled.add(i);
        reschedule(i);
      }
    }
  }

  private void reschedule(Invoker i) {
    executor.execute(i);
  }

  @Override
  public void stop() {
    synchronized (lifecycleMonitor) {
      running = false;
      lifecycleMonitor.notifyAll();
    }
  }

  @Override
  public boolean isRunning() {
    synchronized (lifecycleMonitor) {
      return running && active;
    }
  }

  public void shutdown() throws InterruptedException {
    synchronized (lifecycleMonitor) {
      active = false;
      lifecycleMonitor.notifyAll();
      while (activeInvokers > 0) {
        lifecycleMonitor.wait();
      }
      scheduled.clear();
    }
  }

  /** One at a time runs an invoker: it re-schedules itself only at its end. */
  private final class Invoker implements Runnable {
    private int idleExecutions;
    private int messages;
    private String lastMessage;

    @Override
    public void run() {
      synchronized (lifecycleMonitor) {
        activeInvokers++;
        registeredWithDestination++;
        lifecycleMonitor.notifyAll();
      }
      boolean received = false;
      try {
        for (int n = 0; n < 10 && isRunning(); n++) {
          String m = source.get();
          if (m != null) {
            received = true;
            messages++;
            lastMessage = m;
          }
        }
      } finally {
        synchronized (lifecycleMonitor) {
          decreaseActive();
          lifecycleMonitor.notifyAll();
        }
      }
      idleExecutions = received ? 0 : idleExecutions + 1;
      synchronized (lifecycleMonitor) {
        if (!active || idleExecutions > 5 && scheduled.size() > 1) {
          scheduled.remove(this);
          registeredWithDestination--;
        } else if (running) {
          reschedule(this);
        } else {
          paused.add(this);
        }
      }
    }

    private void decreaseActive() {
      activeInvokers--;
    }
  }
}
