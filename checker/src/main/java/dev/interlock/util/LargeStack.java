package dev.interlock.util;

import com.google.common.util.concurrent.Uninterruptibles;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Runs code that follows trees and calls recursively: what javac itself can still read, with its
 * few frames for each level, must not be too deep for us.
 */
public final class LargeStack {
  /** A multiple of the usual stack; only what is used of it takes memory. */
  private static final long BYTES = 256L << 20;

  private LargeStack() {}

  /** Returns what {@code code} returns, or throws what it throws, while this thread waits. */
  public static <T> T call(Supplier<T> code) {
    FutureTask<T> task = new FutureTask<>(code::get);
    new Thread(/* group= */ null, task, "interlock", BYTES).start();
    try {
      return Uninterruptibles.getUninterruptibly(task);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause(); // a supplier declares no other
    }
  }
}
