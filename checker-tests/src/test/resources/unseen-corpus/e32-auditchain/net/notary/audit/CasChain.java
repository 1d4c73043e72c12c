package net.notary.audit;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

public class CasChain {
  private record Head(int digest, int length) {}

  private final AtomicReference<Head> head = new AtomicReference<>(new Head(17, 0));

  public int append(String entry) {
    return head.updateAndGet(h -> new Head(Objects.hash(h.digest(), entry), h.length() + 1)).digest();
  }

  public boolean appendAfter(int expected, String entry) {
    Head h = head.get();
    return h.digest() == expected && head.compareAndSet(h, new Head(Objects.hash(expected, entry), h.length() + 1));
  }
}
