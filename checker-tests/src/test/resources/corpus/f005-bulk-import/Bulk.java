package com.importa.bulk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The importer's own loops. Two of them run their body in parallel, one does not. */
final class Bulk {
  private static final ExecutorService POOL = Executors.newFixedThreadPool(6);

  private Bulk() {}

  static <T> void forEachConcurrently(Collection<T> items, Consumer<? super T> body) {
    List<Callable<Void>> tasks = new ArrayList<>();
    for (T item : items) {
      tasks.add(task(item, body));
    }
    runAll(tasks);
  }

  private static <T> Callable<Void> task(T item, Consumer<? super T> body) {
    return () -> {
      body.accept(item);
      return null;
    };
  }

  private static void runAll(List<Callable<Void>> tasks) {
    try {
      POOL.invokeAll(tasks);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static <T> void forEachInOrder(Collection<T> items, Consumer<? super T> body) {
    for (T item : items) {
      body.accept(item);
    }
  }

  /** Whole pages are handed to threads; the items of a page stay together. */
  static <T> void forEachPage(List<T> items, int size, Consumer<List<T>> body) {
    List<List<T>> pages = new ArrayList<>();
    for (int i = 0; i < items.size(); i += size) {
      pages.add(items.subList(i, Math.min(items.size(), i + size)));
    }
    forEachConcurrently(pages, body);
  }
}
