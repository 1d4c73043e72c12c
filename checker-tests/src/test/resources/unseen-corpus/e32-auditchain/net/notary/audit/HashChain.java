package net.notary.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Each entry's digest covers the digest of its predecessor. */
public class HashChain {
  private final AtomicReference<Integer> head = new AtomicReference<>(17);
  private final AtomicInteger length = new AtomicInteger();
  private final List<String> tail = new ArrayList<>();
  private volatile boolean sealed;

  public int append(String entry) {
    if (sealed) {
      throw new IllegalStateException("sealed");
    }
    int digest = Objects.hash(head.get(), entry); // RACE atomic-compound #1
    head.set(digest); // RACE atomic-compound #1
    length.incrementAndGet();
    synchronized (tail) {
      tail.add(entry);
      if (tail.size() > 100) {
        tail.remove(0);
      }
    }
    return digest;
  }

  public void seal() {
    sealed = true;
  }

  public int length() {
    return length.get();
  }
}
