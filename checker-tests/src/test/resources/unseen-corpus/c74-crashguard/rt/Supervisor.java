package rt;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs children, notes their crashes and starts them again. */
public class Supervisor implements Thread.UncaughtExceptionHandler {
  private final AtomicInteger names = new AtomicInteger();
  private final List<String> reasons = new ArrayList<>();
  private int crashes;
  private int restarts;
  private int launched;

  private final ThreadFactory factory = r -> {
    Thread t = new Thread(r, "child-" + names.getAndIncrement());
    t.setUncaughtExceptionHandler(this);
    return t;
  };

  /** All children are launched here, by the main thread. */
  public void supervise(List<Runnable> children) {
    for (Runnable child : children) {
      launched++;
      factory.newThread(new Child(child)).start();
    }
  }

  @Override
  public void uncaughtException(Thread t, Throwable e) {
    crashes++; // RACE rmw
    synchronized (reasons) {
      if (!reasons.contains(e.toString())) {
        reasons.add(e.toString());
      }
    }
  }

  private final class Child implements Runnable {
    private final Runnable body;
    private int attempts;

    Child(Runnable body) {
      this.body = body;
    }

    @Override
    public void run() {
      while (true) {
        attempts++;
        try {
          body.run();
          return;
        } catch (RuntimeException e) {
          if (attempts == 3) {
            throw e;
          }
          synchronized (Supervisor.this) {
            restarts++;
          }
        }
      }
    }
  }

  public synchronized int restarts() {
    return restarts;
  }

  public String state() {
    return launched + " launched, " + crashes + " crashed";
  }
}
