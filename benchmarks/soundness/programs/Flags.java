package programs;

import dev.interlock.soundness.Program;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Who closes, closes alone. */
final class Flags {
  private Flags() {}

  static final class Volatile implements Program {
    private final AtomicInteger closings = new AtomicInteger();
    private volatile boolean closed;

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> close());
      }
    }

    @Override
    public Object outcome() {
      return closings.get();
    }

    private void close() {
      if (!closed) {
        closed = true;
        closings.incrementAndGet();
      }
    }
  }

  static final class Exchanged implements Program {
    private final AtomicInteger closings = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> close());
      }
    }

    @Override
    public Object outcome() {
      return closings.get();
    }

    private void close() {
      if (closed.compareAndSet(false, true)) {
        closings.incrementAndGet();
      }
    }
  }

  static final class Toggle implements Program {
    private boolean on;

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> on = !on);
      }
    }

    @Override
    public Object outcome() {
      return on;
    }
  }

  static final class LockedToggle implements Program {
    private boolean on;

    @Override
    public void launch(Executor pool) {
      for (int task = 0; task < 2; task++) {
        pool.execute(() -> toggle());
      }
    }

    @Override
    public Object outcome() {
      return on;
    }

    private synchronized void toggle() {
      on = !on;
    }
  }
}
