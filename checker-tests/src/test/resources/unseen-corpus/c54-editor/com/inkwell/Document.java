package com.inkwell;

import com.inkwell.annotation.GuardedBy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;

/** A text which several collaborators edit at once. */
public class Document {
  private final Object lock = new Object();

  @GuardedBy("lock")
  private final StringBuilder text = new StringBuilder();

  @GuardedBy("lock")
  private final Deque<String> undo = new ArrayDeque<>();

  @GuardedBy("lock")
  private long revision;

  @GuardedBy("this")
  private int cursors;

  @GuardedBy("lock")
  private boolean dirty;

  public long insert(int at, String s) {
    synchronized (lock) {
      undo.push(text.toString());
      text.insert(at, s);
      return changed();
    }
  }

  @GuardedBy("lock")
  private long changed() {
    dirty = true;
    return ++revision;
  }

  public long replace(UnaryOperator<String> edit) {
    String before;
    synchronized (lock) {
      before = text.toString();
      text.setLength(0);
      text.append(edit.apply(before));
      changed();
    }
    undo.push(before); // RACE unsafe-collection
    synchronized (lock) {
      return revision;
    }
  }

  public boolean undo() {
    synchronized (lock) {
      if (undo.isEmpty()) {
        return false;
      }
      text.setLength(0);
      text.append(undo.pop());
      changed();
      return true;
    }
  }

  public void open() {
    synchronized (lock) {
      cursors++; // RACE wrong-lock
    }
  }

  public synchronized void close() {
    if (cursors > 0) {
      cursors--;
    }
  }

  public String save() {
    synchronized (lock) {
      if (!dirty) {
        return null;
      }
      dirty = false;
      return text.toString();
    }
  }
}
