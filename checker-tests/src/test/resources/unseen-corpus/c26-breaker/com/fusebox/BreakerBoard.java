package com.fusebox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

public class BreakerBoard {
  private final Map<String, Breaker> breakers = new ConcurrentHashMap<>();
  private final Map<String, Integer> resets = new ConcurrentSkipListMap<>();
  private final Map<String, Object> tags = new ConcurrentHashMap<>();

  public Breaker breaker(String endpoint) {
    if (!breakers.containsKey(endpoint)) { // RACE check-then-act #2
      breakers.put(endpoint, new Breaker(10, 5_000_000_000L)); // RACE check-then-act #2
    }
    return breakers.get(endpoint);
  }

  public void reset(String endpoint) {
    if (breakers.remove(endpoint) != null) {
      resets.merge(endpoint, 1, Integer::sum);
    }
  }

  public Object tag(String endpoint, Object tag) {
    Object old = tags.putIfAbsent(endpoint, tag);
    return old != null ? old : tag;
  }
}
