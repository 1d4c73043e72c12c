package programs;

import java.util.concurrent.atomic.AtomicInteger;

/** Flags that are checked and then set, and a limit. */
class Gatekeeper {
  private final int limit;
  private boolean started;
  private volatile boolean closed;
  private int inside;
  private int worst;
  private State state = State.NEW;
  private final AtomicInteger starts = new AtomicInteger();

  enum State {
    NEW,
    OPEN,
    SHUT
  }

  Gatekeeper(int limit) {
    this.limit = limit;
  }

  boolean start() {
    if (!started) {
      started = true;
      starts.incrementAndGet();
      return true;
    }
    return false;
  }

  boolean close() {
    if (closed) {
      return false;
    }
    closed = true;
    return true;
  }

  boolean enter() {
    if (inside < limit) {
      inside++;
      return true;
    }
    return false;
  }

  boolean enterLate() {
    if (inside >= limit) {
      return false;
    }
    inside += 1;
    return true;
  }

  void observe(int queue) {
    if (queue > worst) {
      worst = queue;
    }
  }

  boolean open() {
    if (state == State.NEW) {
      state = State.OPEN;
      return true;
    }
    return false;
  }

  String describe() {
    return started + " " + closed + " " + inside + " " + worst + " " + state;
  }

  static String single() {
    Gatekeeper keeper = new Gatekeeper(2);
    String answers =
        "" + keeper.start() + keeper.start() + keeper.close() + keeper.close() + keeper.enter();
    answers += "" + keeper.enterLate() + keeper.enter() + keeper.enterLate();
    keeper.observe(5);
    keeper.observe(3);
    return answers + keeper.open() + keeper.open() + keeper.describe();
  }

  static long lost() {
    Gatekeeper keeper = new Gatekeeper(100);
    AtomicInteger in = new AtomicInteger();
    AtomicInteger firsts = new AtomicInteger();
    Trial.race(
        i -> {
          if (keeper.start()) {
            firsts.incrementAndGet();
          }
          if (keeper.close()) {
            firsts.incrementAndGet();
          }
          if (keeper.open()) {
            firsts.incrementAndGet();
          }
          if (i % 2 == 0 ? keeper.enter() : keeper.enterLate()) {
            in.incrementAndGet();
          }
          keeper.observe(i);
        });
    return Math.abs(in.get() - 100)
        + Math.abs(firsts.get() - 3)
        + Math.abs(keeper.worst - (Trial.TOTAL - 1));
  }
}
