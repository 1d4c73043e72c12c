package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** A field that has an updater or a handle is updated through it. */
final class UpdaterOperationTest {

  @Test
  void fieldIsUpdatedThroughItsUpdaterOrHandle() {
    Refactoring.byDefault()
        .turns(
            """
            import java.lang.invoke.MethodHandles;
            import java.lang.invoke.VarHandle;
            import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
            import java.util.concurrent.atomic.AtomicLongFieldUpdater;

            class Sample {
              private static final AtomicIntegerFieldUpdater<Sample> HITS =
                  AtomicIntegerFieldUpdater.newUpdater(Sample.class, "hits");
              private static final AtomicLongFieldUpdater<Sample> BYTES =
                  AtomicLongFieldUpdater.newUpdater(Sample.class, "bytes");
              private static final VarHandle FLAGS;

              static {
                try {
                  FLAGS = MethodHandles.lookup().findVarHandle(Sample.class, "flags", int.class);
                } catch (ReflectiveOperationException e) {
                  throw new ExceptionInInitializerError(e);
                }
              }

              private volatile int hits;
              private volatile long bytes;
              private volatile int flags;

              int hit() {
                return hits++;
              }

              void sent(int size) {
                bytes -= size;
                bytes *= 2;
              }

              void twice() {
                HITS.set(this, HITS.get(this) + 2);
              }

              void best(int other) {
                if (HITS.get(this) < other) {
                  HITS.set(this, other);
                }
              }

              void mark(int flag) {
                flags |= flag;
              }
            }
            """,
            """
            import java.lang.invoke.MethodHandles;
            import java.lang.invoke.VarHandle;
            import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
            import java.util.concurrent.atomic.AtomicLongFieldUpdater;

            class Sample {
              private static final AtomicIntegerFieldUpdater<Sample> HITS =
                  AtomicIntegerFieldUpdater.newUpdater(Sample.class, "hits");
              private static final AtomicLongFieldUpdater<Sample> BYTES =
                  AtomicLongFieldUpdater.newUpdater(Sample.class, "bytes");
              private static final VarHandle FLAGS;

              static {
                try {
                  FLAGS = MethodHandles.lookup().findVarHandle(Sample.class, "flags", int.class);
                } catch (ReflectiveOperationException e) {
                  throw new ExceptionInInitializerError(e);
                }
              }

              private volatile int hits;
              private volatile long bytes;
              private volatile int flags;

              int hit() {
                return HITS.getAndIncrement(this);
              }

              void sent(int size) {
                BYTES.addAndGet(this, -(long) size);
                BYTES.updateAndGet(this, current -> current * 2);
              }

              void twice() {
                HITS.addAndGet(this, 2);
              }

              void best(int other) {
                HITS.accumulateAndGet(this, other, Math::max);
              }

              void mark(int flag) {
                FLAGS.getAndBitwiseOr(this, flag);
              }
            }
            """);
  }
}
