package com.cartella.checkout;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

enum Stage {
  OPEN,
  PAYING,
  PAID,
  CANCELLED
}

/** A state machine whose events come from the shop, the bank and a timeout. */
class CheckoutFlow {
  private final Executor events;
  private Stage stage = Stage.OPEN;
  private int refused;

  CheckoutFlow(Executor events) {
    this.events = events;
  }

  CompletableFuture<Boolean> pay() {
    return CompletableFuture.supplyAsync(this::startPayment, events);
  }

  CompletableFuture<Void> bankAnswered(boolean ok) {
    return CompletableFuture.runAsync(() -> finish(ok), events);
  }

  private boolean startPayment() {
    if (stage != Stage.OPEN) { // RACE check-then-act #1
      refused++; // RACE rmw
      return false;
    }
    stage = Stage.PAYING; // RACE check-then-act #1
    return true;
  }

  private void finish(boolean ok) {
    switch (stage) { // RACE check-then-act #2
      case PAYING:
        stage = ok ? Stage.PAID : Stage.OPEN; // RACE check-then-act #2
        break;
      case CANCELLED:
        refused++; // RACE rmw
        break;
      default:
        throw new IllegalStateException(stage.name());
    }
  }

  void timeout() {
    events.execute(
        () -> stage = stage == Stage.PAID ? Stage.PAID : Stage.CANCELLED); // RACE check-then-act
  }

  Stage stage() {
    return stage;
  }
}

class AtomicCheckoutFlow {
  private final Executor events;
  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.OPEN);

  AtomicCheckoutFlow(Executor events) {
    this.events = events;
  }

  CompletableFuture<Boolean> pay() {
    return CompletableFuture.supplyAsync(
        () -> stage.compareAndSet(Stage.OPEN, Stage.PAYING), events);
  }

  CompletableFuture<Void> bankAnswered(boolean ok) {
    return CompletableFuture.runAsync(
        () -> {
          Stage next = ok ? Stage.PAID : Stage.OPEN;
          if (!stage.compareAndSet(Stage.PAYING, next) && stage.get() != Stage.CANCELLED) {
            throw new IllegalStateException("not paying");
          }
        },
        events);
  }

  void timeout() {
    events.execute(
        () -> stage.updateAndGet(s -> s == Stage.PAID ? Stage.PAID : Stage.CANCELLED));
  }
}
