package com.wirefox.net;

import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Life cycle of a connection; reader, writer, keep-alive and user may all cause transitions. */
public class ConnectionFsm {
  enum State { NEW, CONNECTING, OPEN, DRAINING, CLOSED }

  private final AtomicReference<State> state = new AtomicReference<>(State.NEW);
  private final AtomicBoolean released = new AtomicBoolean();
  private final AtomicInteger streams = new AtomicInteger();
  private final AtomicInteger window = new AtomicInteger(65535);
  private volatile boolean goAwaySent;
  private volatile boolean started;
  private Throwable cause;

  public boolean connect() {
    return state.compareAndSet(State.NEW, State.CONNECTING);
  }

  public void opened() {
    if (state.get() == State.CONNECTING) { // RACE atomic-compound #1
      state.set(State.OPEN); // RACE atomic-compound #1
    }
  }

  public boolean start(Runnable keepAlive) {
    if (started) { // RACE check-then-act #2
      return false;
    }
    started = true; // RACE check-then-act #2
    new Thread(keepAlive, "keep-alive").start();
    return true;
  }

  /** Whoever wins sends the frame. */
  public void goAway(Runnable send) {
    boolean first;
    synchronized (this) {
      first = !goAwaySent;
      goAwaySent = true;
    }
    if (first) {
      send.run();
    }
  }

  public boolean drain() {
    for (;;) {
      State s = state.get();
      if (!EnumSet.of(State.CONNECTING, State.OPEN).contains(s)) {
        return false;
      }
      if (state.compareAndSet(s, State.DRAINING)) {
        return true;
      }
    }
  }

  public void close(Throwable why) {
    State old = state.getAndSet(State.CLOSED);
    if (old != State.CLOSED) {
      synchronized (this) {
        if (cause == null) {
          cause = why;
        }
      }
    }
  }

  public void release(Runnable giveBack) {
    if (released.compareAndSet(false, true)) {
      giveBack.run();
    }
  }

  public boolean tryConsume(int bytes) {
    int prev = window.getAndUpdate(w -> w >= bytes ? w - bytes : w);
    return prev >= bytes;
  }

  public boolean openStream(int max) {
    if (streams.incrementAndGet() > max) {
      streams.decrementAndGet();
      return false;
    }
    return true;
  }

  public void closeStream() {
    if (streams.decrementAndGet() == 0 && state.get() == State.DRAINING) {
      state.compareAndSet(State.DRAINING, State.CLOSED);
    }
  }
}
