package com.pixmill.util;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

public final class Concurrently {
  private static final ExecutorService SHARED = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  private Concurrently() {}

  public static <T> void forEach(Collection<? extends T> items, Consumer<? super T> body) {
    map(items, t -> {
      body.accept(t);
      return null;
    });
  }

  public static <T, R> List<R> map(Collection<? extends T> items, Function<? super T, ? extends R> f) {
    List<Callable<R>> calls = new ArrayList<>(items.size());
    for (T t : items) {
      calls.add(() -> f.apply(t));
    }
    List<R> out = new ArrayList<>(items.size());
    try {
      for (Future<R> r : SHARED.invokeAll(calls)) {
        out.add(r.get());
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return out;
  }

  /** In the calling thread, in order. */
  public static <T> void eachIndexed(List<? extends T> items, BiConsumer<Integer, ? super T> body) {
    int i = 0;
    for (T t : items) {
      body.accept(i++, t);
    }
  }
}
