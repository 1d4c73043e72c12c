package com.suppenkueche.scale;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.LongBinaryOperator;

/** Accumulators with one contract and different manners. */
abstract class Accumulator {
  protected long value;

  abstract void add(long amount);

  void addAll(Collection<Long> amounts) {
    for (long amount : amounts) {
      add(amount);
    }
  }
}

class PlainAccumulator extends Accumulator {
  private int calls;

  @Override
  void add(long amount) {
    value += amount;
    calls++;
  }

  int calls() {
    return calls;
  }
}

class FoldingAccumulator extends Accumulator {
  private final LongBinaryOperator fold;

  FoldingAccumulator(LongBinaryOperator fold) {
    this.fold = fold;
  }

  @Override
  void add(long amount) {
    value = fold.applyAsLong(value, amount); // RACE rmw
  }
}

class LockedAccumulator extends Accumulator {
  private final List<Long> history = new ArrayList<>();

  @Override
  synchronized void add(long amount) {
    value += amount;
    history.add(amount);
  }
}
