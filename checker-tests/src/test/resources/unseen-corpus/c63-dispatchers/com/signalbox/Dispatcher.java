package com.signalbox;

import java.util.Arrays;
import java.util.EventListener;

/** Notifies listeners. Registration may happen from any thread while events are fired. */
public class Dispatcher {
  public interface Listener extends EventListener {
    void signal(String name, Object value);
  }

  private volatile Listener[] listeners = new Listener[0];
  private volatile Listener[] monitors = new Listener[0];
  private volatile String[] muted = new String[0];
  private final Object monitorLock = new Object();

  public void addListener(Listener l) {
    synchronized (listeners) {
      Listener[] next = Arrays.copyOf(listeners, listeners.length + 1); // RACE wrong-lock #1
      next[next.length - 1] = l;
      listeners = next; // RACE wrong-lock #1
    }
  }

  public void addMonitor(Listener l) {
    synchronized (monitorLock) {
      Listener[] next = Arrays.copyOf(monitors, monitors.length + 1);
      next[next.length - 1] = l;
      monitors = next;
    }
  }

  public void removeMonitor(Listener l) {
    synchronized (monitorLock) {
      Listener[] old = monitors;
      for (int i = 0; i < old.length; i++) {
        if (old[i] == l) {
          Listener[] next = new Listener[old.length - 1];
          System.arraycopy(old, 0, next, 0, i);
          System.arraycopy(old, i + 1, next, i, next.length - i);
          monitors = next;
          return;
        }
      }
    }
  }

  public synchronized void mute(String name) {
    if (isMuted(name)) {
      return;
    }
    String[] next = Arrays.copyOf(muted, muted.length + 1);
    next[muted.length] = name;
    muted = next;
  }

  public boolean isMuted(String name) {
    for (String m : muted) {
      if (m.equals(name)) {
        return true;
      }
    }
    return false;
  }

  public void fire(String name, Object value) {
    for (Listener m : monitors) {
      m.signal(name, value);
    }
    if (!isMuted(name)) {
      for (Listener l : listeners) {
        l.signal(name, value);
      }
    }
  }
}
