package org.openingbook.clock;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;

/** Immutable state; replacing it is a read and a write. */
record ClockState(long white, long black, int moves, boolean paused) {
  ClockState afterWhite(long millis) {
    return new ClockState(white - millis, black, moves + 1, paused);
  }

  ClockState afterBlack(long millis) {
    return new ClockState(white, black - millis, moves + 1, paused);
  }

  ClockState paused(boolean value) {
    return new ClockState(white, black, moves, value);
  }
}

/** Boards report the moves over the network. */
class ChessClock {
  private volatile ClockState state = new ClockState(300_000, 300_000, 0, false);

  void white(long millis) {
    state = state.afterWhite(millis); // RACE atomic-compound
  }

  void black(long millis) {
    ClockState before = state; // RACE atomic-compound #1
    if (before.paused()) {
      return;
    }
    state = before.afterBlack(millis); // RACE atomic-compound #1
  }

  /** Starts from nothing that was there before. */
  void reset() {
    state = new ClockState(300_000, 300_000, 0, false);
  }

  ClockState state() {
    return state;
  }

  void play(ExecutorService boards) {
    for (int i = 0; i < 40; i++) {
      boards.execute(() -> white(900));
      boards.execute(() -> black(1_100));
    }
  }
}

/** Every change is one atomic operation. */
class AtomicChessClock {
  private final AtomicReference<ClockState> state =
      new AtomicReference<>(new ClockState(300_000, 300_000, 0, false));

  void white(long millis) {
    state.updateAndGet(s -> s.afterWhite(millis));
  }

  boolean black(long millis) {
    while (true) {
      ClockState before = state.get();
      if (before.paused()) {
        return false;
      }
      if (state.compareAndSet(before, before.afterBlack(millis))) {
        return true;
      }
    }
  }

  /** One attempt; the caller is told when it failed. */
  boolean tryPause() {
    ClockState before = state.get();
    return state.compareAndSet(before, before.paused(true));
  }

  /** Two operations, the result of the second one is ignored. */
  void resume() {
    ClockState before = state.get(); // RACE atomic-compound #2
    state.compareAndSet(before, before.paused(false)); // RACE atomic-compound #2
  }

  void play(ExecutorService boards) {
    for (int i = 0; i < 40; i++) {
      boards.execute(() -> white(900));
      boards.submit(() -> black(1_100));
      boards.submit(this::tryPause);
      boards.submit(this::resume);
    }
  }
}
