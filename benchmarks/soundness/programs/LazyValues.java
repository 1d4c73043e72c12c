package programs;

import dev.interlock.soundness.Program;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/** A value is made when it is first asked for, and all who ask get the same. */
final class LazyValues {
  private LazyValues() {}

  static final class Unprotected implements Program {
    private Object value;
    private Object first = "none";
    private Object second = "none";

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> first = value());
      pool.execute(() -> second = value());
    }

    @Override
    public Object outcome() {
      return first == second;
    }

    private Object value() {
      if (value == null) {
        value = new Object();
      }
      return value;
    }
  }

  static final class Volatile implements Program {
    private volatile Object value;
    private Object first = "none";
    private Object second = "none";

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> first = value());
      pool.execute(() -> second = value());
    }

    @Override
    public Object outcome() {
      return first == second;
    }

    private Object value() {
      if (value == null) {
        value = new Object();
      }
      return value;
    }
  }

  static final class Synchronized implements Program {
    private Object value;
    private Object first = "none";
    private Object second = "none";

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> first = value());
      pool.execute(() -> second = value());
    }

    @Override
    public Object outcome() {
      return first == second;
    }

    private synchronized Object value() {
      if (value == null) {
        value = new Object();
      }
      return value;
    }
  }

  static final class DoubleChecked implements Program {
    private volatile Object value;
    private Object first = "none";
    private Object second = "none";

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> first = value());
      pool.execute(() -> second = value());
    }

    @Override
    public Object outcome() {
      return first == second;
    }

    private Object value() {
      Object known = value;
      if (known == null) {
        synchronized (this) {
          known = value;
          if (known == null) {
            known = new Object();
            value = known;
          }
        }
      }
      return known;
    }
  }

  static final class CheckedOnce implements Program {
    private volatile Object value;
    private Object first = "none";
    private Object second = "none";

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> first = value());
      pool.execute(() -> second = value());
    }

    @Override
    public Object outcome() {
      return first == second;
    }

    private Object value() {
      if (value == null) {
        synchronized (this) {
          value = new Object();
        }
      }
      return value;
    }
  }

  static final class Exchanged implements Program {
    private final AtomicReference<Object> value = new AtomicReference<>();
    private Object first = "none";
    private Object second = "none";

    @Override
    public void launch(Executor pool) {
      pool.execute(() -> first = value());
      pool.execute(() -> second = value());
    }

    @Override
    public Object outcome() {
      return first == second;
    }

    private Object value() {
      Object known = value.get();
      if (known != null) {
        return known;
      }
      Object made = new Object();
      return value.compareAndSet(null, made) ? made : value.get();
    }
  }
}
