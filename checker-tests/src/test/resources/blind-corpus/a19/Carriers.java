package com.wayfare.quotes;

import java.util.HashMap;
import java.util.Map;

/** Tariffs per carrier, with statistics of the questions. */
class Carriers {
  private final Map<String, Long> tariffs;
  private final Map<String, int[]> asked = new HashMap<>();
  private long questions;
  private String last = "";

  Carriers(Map<String, Long> tariffs) {
    this.tariffs = new HashMap<>(tariffs);
    this.tariffs.replaceAll((c, t) -> t + 100);
    for (String c : this.tariffs.keySet()) {
      asked.put(c, new int[1]);
    }
  }

  TripQuotes.Quote ask(String carrier) {
    questions++; // RACE rmw
    last = carrier;
    int[] n = asked.get(carrier);
    if (n != null) {
      synchronized (n) {
        n[0]++;
      }
    }
    return new TripQuotes.Quote(carrier, tariffs.getOrDefault(carrier, 0L));
  }

  int asked(String carrier) {
    int[] n = asked.get(carrier);
    synchronized (n) {
      return n[0];
    }
  }

  @Override
  public String toString() {
    return questions + " questions, last " + last;
  }
}
