package com.saffronhall.recipes;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A lock that is held as long as the resource is open. */
final class Guard implements AutoCloseable {
  private final Lock lock;

  private Guard(Lock lock) {
    this.lock = lock;
  }

  static Guard of(Lock lock) {
    lock.lock();
    return new Guard(lock);
  }

  @Override
  public void close() {
    lock.unlock();
  }
}

/** Looks just like it: a span for tracing. */
final class Span implements AutoCloseable {
  private final String name;
  private final long start = System.nanoTime();

  private Span(String name) {
    this.name = name;
  }

  static Span of(String name) {
    return new Span(name);
  }

  @Override
  public void close() {
    System.out.println(name + " " + (System.nanoTime() - start));
  }
}

/** Cooks edit the book from the tablets in the kitchen. */
class RecipeBook {
  private final Lock lock = new ReentrantLock();
  private final Map<String, String> recipes = new HashMap<>();
  private int edits;
  private int views;
  private int prints;

  void edit(String dish, String text) {
    try (Guard g = Guard.of(lock)) {
      recipes.put(dish, text);
      edits++;
    }
  }

  void rename(String dish, String better) {
    try (Guard g = Guard.of(lock);
        Span s = Span.of("rename")) {
      String text = recipes.remove(dish);
      if (text != null) {
        recipes.put(better, text);
        edits += 2;
      }
    }
  }

  String view(String dish) {
    try (Span s = Span.of("view")) {
      views++; // RACE rmw
    }
    try (Guard g = Guard.of(lock)) {
      return recipes.get(dish);
    }
  }

  /** The finally clause runs after the guard was closed. */
  void print(String dish) {
    try (Guard g = Guard.of(lock)) {
      System.out.println(recipes.get(dish));
    } finally {
      prints++; // RACE rmw
    }
  }

  /** A lock per call, guarded or not. */
  void restart() {
    try (Guard g = Guard.of(new ReentrantLock())) {
      edits = edits / 2; // RACE wrong-lock
    }
  }

  int work() {
    return views + prints;
  }

  void kitchen(ExecutorService tablets, int dishes) {
    for (int i = 0; i < dishes; i++) {
      String dish = "dish " + i;
      tablets.execute(() -> edit(dish, "boil"));
      tablets.execute(() -> rename(dish, dish + "!"));
      tablets.execute(() -> view(dish));
      tablets.execute(() -> print(dish));
    }
    tablets.execute(this::restart);
  }
}
