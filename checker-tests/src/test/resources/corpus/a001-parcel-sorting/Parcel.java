package com.parcelwave.sorting;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

record Parcel(String postcode, int grams, int girth) {
  static final int MAX_GIRTH = 3_000;
}

class Chute {
  private final Queue<Parcel> waiting = new ConcurrentLinkedQueue<>();

  void push(Parcel parcel) {
    waiting.add(parcel);
  }

  Parcel next() {
    return waiting.poll();
  }
}

class ChuteDirectory {
  private final Map<String, Chute> byRegion = new ConcurrentHashMap<>();

  Chute chuteFor(String postcode) {
    return byRegion.computeIfAbsent(postcode.substring(0, 2), region -> new Chute());
  }
}
