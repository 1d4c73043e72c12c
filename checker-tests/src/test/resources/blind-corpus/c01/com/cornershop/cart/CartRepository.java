package com.cornershop.cart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

final class CartRepository {
  static final class Cart {
    final List<String> items = new ArrayList<>();
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Cart> carts = new HashMap<>();
  private int created;
  private long revenue;

  Cart findOrCreate(String user) {
    lock.lock();
    try {
      Cart c = carts.get(user);
      if (c == null) {
        c = new Cart();
        carts.put(user, c);
        created++;
      }
      return c;
    } finally {
      lock.unlock();
    }
  }

  Cart remove(String user) {
    lock.lock();
    try {
      return carts.remove(user);
    } finally {
      lock.unlock();
    }
  }

  void revenue(long cents) {
    if (cents > 0) {
      revenue += cents; // RACE rmw
    }
  }

  long[] totals() {
    lock.lock();
    try {
      return new long[] {created, carts.size(), revenue};
    } finally {
      lock.unlock();
    }
  }
}
