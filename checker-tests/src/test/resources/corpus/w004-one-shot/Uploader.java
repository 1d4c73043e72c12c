package com.cloudpantry.upload;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** An upload goes through its states once; compareAndSet decides who may move it on. */
class Uploader {
  enum State { NEW, RUNNING, DONE, FAILED }

  private final AtomicReference<State> state = new AtomicReference<>(State.NEW);
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicReference<String> error = new AtomicReference<>();
  private volatile boolean announced;
  private final List<String> parts = new ArrayList<>();
  private long bytes;
  private int closings;
  private int announcements;

  /** Only one thread ever gets from NEW to RUNNING. */
  boolean upload(List<String> chunks) {
    if (!state.compareAndSet(State.NEW, State.RUNNING)) {
      return false;
    }
    for (String chunk : chunks) {
      parts.add(chunk);
      bytes += chunk.length();
    }
    state.set(State.DONE); // MAYBE
    return true;
  }

  void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    closings++;
  }

  /** Reads the state, then sets it. */
  void fail(String message) {
    if (state.get() == State.RUNNING) { // RACE atomic-compound #1
      state.set(State.FAILED); // RACE atomic-compound #1
    }
    error.compareAndSet(null, message);
  }

  /** A volatile flag is no gate. */
  void announce() {
    if (!announced) { // RACE atomic-compound #2
      announced = true; // RACE atomic-compound #2
      announcements++; // RACE atomic-compound #2
    }
  }

  State state() {
    return state.get();
  }

  static void run(ExecutorService pool, List<String> chunks) {
    Uploader uploader = new Uploader();
    for (int i = 0; i < 4; i++) {
      pool.submit(() -> uploader.upload(chunks));
      pool.execute(() -> uploader.fail("timeout"));
      pool.execute(uploader::announce);
      pool.execute(uploader::close);
    }
  }
}
