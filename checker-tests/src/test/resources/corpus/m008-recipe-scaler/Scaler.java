package com.suppenkueche.scale;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Scales the quantities of a canteen kitchen. */
class Scaler {
  private final FoldingAccumulator largest = new FoldingAccumulator(Math::max);
  private final LockedAccumulator sum = new LockedAccumulator();

  /** The plain accumulator is made, used and read by one thread. */
  long scale(List<Long> grams) {
    PlainAccumulator plain = new PlainAccumulator();
    plain.addAll(grams);
    plain.add(1);
    return plain.value / plain.calls();
  }

  CompletableFuture<Void> scaleAll(List<List<Long>> recipes) {
    return CompletableFuture.allOf(
        recipes.stream()
            .map(grams -> CompletableFuture.runAsync(() -> scaleOne(grams)))
            .toArray(CompletableFuture[]::new));
  }

  private void scaleOne(List<Long> grams) {
    PlainAccumulator mine = new PlainAccumulator();
    mine.addAll(grams);
    largest.add(mine.value);
    sum.add(mine.value);
  }
}
