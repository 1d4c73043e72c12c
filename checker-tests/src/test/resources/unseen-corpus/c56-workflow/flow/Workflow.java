package flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** Runs steps when the steps they depend on are through; the bookkeeping is done on one monitor. */
public class Workflow {
  private static final class Step {
    final String name;
    final Runnable body;
    final List<Step> next = new ArrayList<>();
    int open;
    boolean done;

    Step(String name, Runnable body) {
      this.name = name;
      this.body = body;
    }
  }

  private final Map<String, Step> steps = new LinkedHashMap<>();
  private final Executor executor;
  private int remaining;
  private int failures;
  private boolean started;

  public Workflow(Executor executor) {
    this.executor = executor;
  }

  public synchronized Workflow step(String name, Runnable body, String... after) {
    if (started) {
      throw new IllegalStateException("already running");
    }
    Step s = new Step(name, body);
    for (String a : after) {
      steps.get(a).next.add(s);
      s.open++;
    }
    steps.put(name, s);
    return this;
  }

  public void start() {
    List<Step> ready = new ArrayList<>();
    synchronized (this) {
      if (started) {
        return;
      }
      started = true;
      for (Step s : steps.values()) {
        remaining++;
        if (s.open == 0) {
          ready.add(s);
        }
      }
    }
    ready.forEach(this::launch);
  }

  private void launch(Step s) {
    executor.execute(() -> {
      boolean ok = true;
      try {
        s.body.run();
      } catch (RuntimeException e) {
        ok = false;
      }
      for (Step n : finished(s, ok)) {
        launch(n);
      }
    });
  }

  private synchronized List<Step> finished(Step s, boolean ok) {
    List<Step> ready = new ArrayList<>();
    if (!s.done) {
      s.done = true;
      remaining--;
      if (!ok) {
        failures++;
      }
      for (Step n : s.next) {
        if (--n.open == 0) {
          ready.add(n);
        }
      }
      if (remaining == 0) {
        notifyAll();
      }
    }
    return ready;
  }

  public synchronized String await() throws InterruptedException {
    while (remaining > 0 || !started) {
      wait();
    }
    StringBuilder sb = new StringBuilder();
    for (Step s : steps.values()) {
      sb.append(s.name).append(s.done ? "+" : "-");
    }
    return sb.append(' ').append(failures).toString();
  }
}
