package com.quayside.bus;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Keeps the picture of the dock by listening; all its methods but render run on the bus' dispatcher. */
class DockBoard {
  private final Map<String, Integer> containers = new HashMap<>();
  private final Deque<String> ticker = new ArrayDeque<>();
  private int moves;

  static DockBoard attach(Bus bus) {
    DockBoard board = new DockBoard();
    bus.register(Moved.class, board::moved);
    bus.register(Arrived.class, board::arrived);
    return board;
  }

  private void moved(Moved e) {
    moves++;
    containers.merge(e.from(), -1, Integer::sum);
    containers.merge(e.to(), 1, Integer::sum);
    tick(e.toString());
  }

  private void arrived(Arrived e) {
    Integer n = containers.get(e.berth());
    containers.put(e.berth(), n == null ? e.containers() : n + e.containers());
    tick(e.toString());
  }

  private void tick(String s) {
    ticker.addLast(s);
    if (ticker.size() > 20) {
      ticker.removeFirst();
    }
  }
}

record Moved(String from, String to) {}

record Arrived(String berth, int containers) {}
