package org.timber.config;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Array of appenders of a logger. Reads happen on every log event of every thread, hence a
 * volatile array; reconfiguration comes from the watcher thread and from JMX.
 */
public class AppenderControls {

  public interface Appender {
    String getName();

    void append(CharSequence event);
  }

  private static final Appender[] EMPTY = {};

  private volatile Appender[] appenders = EMPTY;
  private volatile Appender[] filters = EMPTY;
  private final Object lock = new Object();

  public boolean add(Appender appender) {
    synchronized (lock) {
      Appender[] old = appenders;
      for (Appender a : old) {
        if (a.getName().equals(appender.getName())) {
          return false;
        }
      }
      Appender[] copy = Arrays.copyOf(old, old.length + 1);
      copy[old.length] = appender;
      appenders = copy;
      return true;
    }
  }

  public Appender remove(String name) {
    Appender[] old = appenders; // RACE check-then-act #1
    for (int i = 0; i < old.length; i++) {
      if (old[i].getName().equals(name)) {
        Appender[] copy = new Appender[old.length - 1];
        System.arraycopy(old, 0, copy, 0, i);
        System.arraycopy(old, i + 1, copy, i, old.length - i - 1);
        appenders = copy; // RACE check-then-act #1
        return old[i];
      }
    }
    return null;
  }

  public void addFilter(Appender filter) {
    Appender[] copy = Arrays.copyOf(filters, filters.length + 1); // RACE check-then-act #2
    copy[copy.length - 1] = filter;
    filters = copy; // RACE check-then-act #2
  }

  public void replaceAll(Appender... fresh) {
    Appender[] copy = fresh.clone();
    synchronized (lock) {
      appenders = copy;
    }
  }

  public void forEach(Consumer<? super Appender> action) {
    for (Appender a : appenders) {
      action.accept(a);
    }
    Appender[] fs = filters;
    for (int i = 0; i < fs.length; i++) {
      action.accept(fs[i]);
    }
  }

  public void clear() {
    synchronized (lock) {
      appenders = EMPTY;
    }
  }
}
