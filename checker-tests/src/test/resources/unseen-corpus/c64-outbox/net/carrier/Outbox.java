package net.carrier;

import java.util.ArrayList;
import java.util.List;

/** Collects messages per priority until the link is up. */
class Outbox {
  private final Object lock = new Object();
  private List<String> normal = new ArrayList<>();
  private List<String> express = new ArrayList<>();
  private int flushes;

  void post(String message) {
    List<String> target;
    synchronized (lock) {
      target = normal;
    }
    target.add(message); // RACE wrong-lock
  }

  void postExpress(String message) {
    synchronized (lock) {
      List<String> target = express;
      target.add(message);
      if (target.size() > 100) {
        target.remove(0);
      }
    }
  }

  List<String> flush() {
    List<String> out;
    List<String> rest;
    synchronized (lock) {
      out = express;
      rest = normal;
      express = new ArrayList<>();
      normal = new ArrayList<>();
      flushes++;
    }
    List<String> all = new ArrayList<>(out);
    all.addAll(rest);
    return all;
  }

  int flushes() {
    synchronized (lock) {
      return flushes;
    }
  }
}
