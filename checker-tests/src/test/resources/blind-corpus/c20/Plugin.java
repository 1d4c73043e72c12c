package app.sockets.plugins;

import java.util.ArrayList;
import java.util.List;

/** A plugin with its own thread. */
final class Plugin implements Runnable {
  private enum State { NEW, RUNNING, STOPPED }

  private final String name;
  private final List<String> log = new ArrayList<>();
  private State state = State.NEW;
  private long ticks;
  private Thread thread;

  Plugin(String name) {
    this.name = name;
    log.add("created");
  }

  String name() {
    return name;
  }

  synchronized void start() {
    switch (state) {
      case NEW -> {
        state = State.RUNNING;
        thread = new Thread(this, name);
        thread.start();
      }
      case RUNNING -> log.add("runs already");
      case STOPPED -> log.add("too late");
    }
  }

  synchronized void stop() {
    if (state == State.RUNNING) {
      state = State.STOPPED;
      thread.interrupt();
    }
  }

  @Override
  public void run() {
    while (!Thread.interrupted()) {
      ticks++;
      if (ticks % 1_000_000 == 0) {
        note();
      }
    }
  }

  private void note() {
    synchronized (this) {
      log.add(ticks + " ticks");
      if (log.size() > 10) {
        log.remove(0);
      }
    }
  }
}
