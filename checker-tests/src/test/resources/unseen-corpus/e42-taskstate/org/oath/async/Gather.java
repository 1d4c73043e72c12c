package org.oath.async;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Waits for n parts; the last one to arrive builds the whole. */
public final class Gather {
  private final AtomicReferenceArray<String> parts;
  private final AtomicInteger missing;
  private final Promise<String> whole = new Promise<>();

  public Gather(int n) {
    parts = new AtomicReferenceArray<>(n);
    missing = new AtomicInteger(n);
  }

  public void part(int i, String text) {
    if (parts.compareAndSet(i, null, text) && missing.decrementAndGet() == 0) {
      StringBuilder b = new StringBuilder();
      for (int k = 0; k < parts.length(); k++) {
        b.append(parts.get(k));
      }
      whole.complete(b.toString());
    }
  }

  public Promise<String> whole() {
    return whole;
  }
}
