package programs;

import dev.interlock.soundness.Program;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** The last seat is sold once. */
final class Seats {
  private Seats() {}

  static final class CheckThenDecrement implements Program {
    private final AtomicInteger seats = new AtomicInteger(1);
    private boolean first;
    private boolean second;

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> first = take());
      pool.execute(() -> second = take());
    }

    @Override
    public Object outcome() {
      return first + " " + second;
    }

    private boolean take() {
      if (seats.get() > 0) {
        seats.decrementAndGet();
        return true;
      }
      return false;
    }
  }

  static final class DecrementThenCheck implements Program {
    private final AtomicInteger seats = new AtomicInteger(1);
    private boolean first;
    private boolean second;

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> first = take());
      pool.execute(() -> second = take());
    }

    @Override
    public Object outcome() {
      return first + " " + second;
    }

    private boolean take() {
      return seats.getAndUpdate(n -> n > 0 ? n - 1 : 0) > 0;
    }
  }

  static final class PlainBalance implements Program {
    private int seats = 1;
    private boolean first;
    private boolean second;

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> first = take());
      pool.execute(() -> second = take());
    }

    @Override
    public Object outcome() {
      return first + " " + second;
    }

    private boolean take() {
      if (seats >= 1) {
        seats -= 1;
        return true;
      }
      return false;
    }
  }

  static final class SynchronizedBalance implements Program {
    private int seats = 1;
    private boolean first;
    private boolean second;

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> first = take());
      pool.execute(() -> second = take());
    }

    @Override
    public Object outcome() {
      return first + " " + second;
    }

    private synchronized boolean take() {
      if (seats >= 1) {
        seats -= 1;
        return true;
      }
      return false;
    }
  }
}
