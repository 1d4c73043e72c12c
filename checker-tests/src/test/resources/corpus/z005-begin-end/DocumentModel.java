package app.sketchpad.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** A drawing that several people edit; edits stand between begin and end. */
class DocumentModel {
  private final ReentrantLock editing = new ReentrantLock();
  private final List<String> shapes = new ArrayList<>();
  private final List<String> undo = new ArrayList<>();
  private int revision;
  private int selections;

  void begin() {
    editing.lock();
  }

  void end() {
    revision++;
    editing.unlock();
  }

  boolean tryBegin() {
    return editing.tryLock();
  }

  void add(String shape) {
    shapes.add(shape); // RACE wrong-lock #2
    undo.add("remove " + shape); // RACE wrong-lock #2
  }

  void remove(String shape) {
    if (shapes.remove(shape)) {
      undo.add("add " + shape);
    }
  }

  void bumpRevision() {
    revision++; // RACE wrong-lock #1
  }

  void select() {
    selections++; // RACE rmw
  }

  int selections() {
    return selections;
  }
}
