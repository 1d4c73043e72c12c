package app.sketchpad.undo;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;

/** A stack without locks: the head is only ever moved by compareAndSet. */
class UndoStack {
  private static final class Node {
    final String action;
    Node next;
    int uses;

    Node(String action) {
      this.action = action;
    }
  }

  private final AtomicReference<Node> head = new AtomicReference<>();
  private final AtomicReference<Node> redo = new AtomicReference<>();
  private volatile Node pinned;

  /** The node is nobody else's until the head points to it. */
  void push(String action) {
    Node node = new Node(action);
    node.uses++;
    Node old;
    do {
      old = head.get();
      node.next = old;
    } while (!head.compareAndSet(old, node));
  }

  String pop() {
    Node top;
    do {
      top = head.get();
      if (top == null) {
        return null;
      }
    } while (!head.compareAndSet(top, top.next));
    return top.action;
  }

  /** Writes whatever it read, though another push may have come. */
  void pushRedo(String action) {
    Node node = new Node(action);
    node.next = redo.get(); // RACE atomic-compound #1
    redo.set(node); // RACE atomic-compound #1
  }

  String popRedo() {
    Node top = redo.get(); // RACE atomic-compound #2
    if (top != null) {
      redo.compareAndSet(top, top.next); // RACE atomic-compound #2
      return top.action;
    }
    return null;
  }

  void pin(String action) {
    Node node = new Node(action);
    node.next = pinned; // RACE atomic-compound #3
    pinned = node; // RACE atomic-compound #3
  }

  /** The head is shared, so is what it counts. */
  void use() {
    Node top = head.get();
    if (top != null) {
      top.uses++; // RACE rmw
    }
  }

  void clear() {
    head.set(null);
  }

  void session(ExecutorService hands, String... actions) {
    for (String action : actions) {
      hands.execute(() -> push(action));
      hands.submit(this::pop);
      hands.execute(() -> pushRedo(action));
      hands.submit(this::popRedo);
      hands.execute(() -> pin(action));
      hands.execute(this::use);
      hands.execute(this::clear);
    }
  }
}
