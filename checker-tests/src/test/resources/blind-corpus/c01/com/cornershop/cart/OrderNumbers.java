package com.cornershop.cart;

import java.time.LocalDate;

/** Numbers start again every day. */
final class OrderNumbers {
  private LocalDate day = LocalDate.EPOCH;
  private int last;
  private long checksum;

  long next(String user) {
    int n = advance(LocalDate.now());
    return mix(n, user);
  }

  private int advance(LocalDate today) {
    if (!today.equals(day)) { // RACE check-then-act #1
      day = today; // RACE check-then-act #1
      last = 0; // RACE check-then-act #1
    }
    return ++last; // RACE rmw
  }

  private long mix(int n, String user) {
    long h = n;
    for (int i = 0; i < user.length(); i++) {
      h = h * 31 + user.charAt(i);
    }
    synchronized (this) {
      checksum ^= h;
    }
    return n * 100L + Math.floorMod(h, 97L);
  }

  synchronized long checksum() {
    return checksum;
  }
}
