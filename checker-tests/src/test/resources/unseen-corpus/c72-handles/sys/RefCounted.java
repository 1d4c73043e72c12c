package sys;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/** A resource with a count of its users, on whatever threads these are. */
public abstract class RefCounted {
  private static final AtomicIntegerFieldUpdater<RefCounted> REFS =
      AtomicIntegerFieldUpdater.newUpdater(RefCounted.class, "refs");
  private static final AtomicReferenceFieldUpdater<RefCounted, String> OWNER =
      AtomicReferenceFieldUpdater.newUpdater(RefCounted.class, String.class, "owner");
  private static final VarHandle USES;

  static {
    try {
      USES = MethodHandles.lookup().findVarHandle(RefCounted.class, "uses", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile int refs = 1;
  private volatile String owner;
  private volatile long uses;

  public void retain() {
    int n = REFS.get(this); // RACE atomic-compound #1
    if (n == 0) {
      throw new IllegalStateException("released");
    }
    REFS.set(this, n + 1); // RACE atomic-compound #1
  }

  public boolean tryRetain() {
    for (;;) {
      int n = REFS.get(this);
      if (n == 0) {
        return false;
      }
      if (REFS.compareAndSet(this, n, n + 1)) {
        return true;
      }
    }
  }

  public boolean release() {
    if (REFS.decrementAndGet(this) == 0) {
      deallocate();
      return true;
    }
    return false;
  }

  public void use() {
    USES.getAndAdd(this, 1L);
  }

  public void useMany(long n) {
    long before = (long) USES.getVolatile(this); // RACE atomic-compound #2
    USES.setVolatile(this, before + n); // RACE atomic-compound #2
  }

  public boolean own(String who) {
    return OWNER.compareAndSet(this, null, who);
  }

  public boolean disown(String who) {
    String now = OWNER.get(this);
    return who.equals(now) && OWNER.compareAndSet(this, now, null);
  }

  public long uses() {
    return uses;
  }

  protected abstract void deallocate();
}
