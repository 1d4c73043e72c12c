package com.snackomat.stats;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Sales of vending machines. Nothing is locked, everything is one atomic operation. */
class VendingStats {
  private final AtomicLong cents = new AtomicLong();
  private final AtomicLong best = new AtomicLong();
  private final AtomicInteger nextNumber = new AtomicInteger(1);
  private final AtomicBoolean alarm = new AtomicBoolean();
  private final Map<String, LongAdder> perProduct = new ConcurrentHashMap<>();
  private final Map<String, Integer> stock = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> orders = new ConcurrentLinkedQueue<>();

  int sell(String product, long price) {
    cents.addAndGet(price);
    best.accumulateAndGet(price, Math::max);
    perProduct.computeIfAbsent(product, p -> new LongAdder()).increment();
    stock.computeIfPresent(product, (p, left) -> left > 0 ? left - 1 : left);
    return nextNumber.getAndIncrement();
  }

  /** Checks and takes in one step. */
  Optional<String> nextOrder() {
    return Optional.ofNullable(orders.poll());
  }

  void order(String product) {
    if (stock.getOrDefault(product, 0) < 3) {
      orders.add(product);
    }
  }

  void refill(String product, int count) {
    stock.merge(product, count, (a, b) -> Math.min(40, a + b));
  }

  boolean raiseAlarm() {
    if (alarm.get()) {
      return false;
    }
    return alarm.compareAndSet(false, true);
  }

  void calm() {
    alarm.set(false);
  }

  /** Withdraws only what is there, and tries again when somebody was faster. */
  long withdraw(long wanted) {
    while (true) {
      long there = cents.get();
      long taken = Math.min(there, wanted);
      if (cents.compareAndSet(there, there - taken)) {
        return taken;
      }
    }
  }

  /** Replaces only what it has seen. */
  boolean reprice(String product, int percent) {
    Integer before = stock.get(product);
    return before != null && stock.replace(product, before, before * percent / 100);
  }

  String summary() {
    StringBuilder text = new StringBuilder();
    text.append(cents.get()).append(' ').append(best.get());
    perProduct.forEach((product, sum) -> text.append(product).append(sum.sum()));
    return text.toString();
  }

  void day(ExecutorService machines, String... products) {
    for (String product : products) {
      machines.submit(() -> sell(product, 180));
      machines.submit(this::nextOrder);
      machines.execute(() -> order(product));
      machines.execute(() -> refill(product, 10));
      machines.submit(this::raiseAlarm);
      machines.execute(this::calm);
      machines.submit(() -> withdraw(1_000));
      machines.submit(() -> reprice(product, 110));
      machines.submit(this::summary);
    }
  }
}
