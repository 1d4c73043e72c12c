package org.tribe.actor;

import java.util.HashMap;
import java.util.Map;

/** State belongs to the mailbox's turn. */
final class CounterActor implements Actor {
  private final Map<Object, Integer> counts = new HashMap<>();
  private long total;

  @Override
  public void receive(Object message) {
    Integer n = counts.get(message);
    counts.put(message, n == null ? 1 : n + 1);
    total++;
  }
}
