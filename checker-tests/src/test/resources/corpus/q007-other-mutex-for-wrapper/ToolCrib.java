package com.ironbench.crib;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/** Tools lent to workers. The wrappers lock themselves; compound steps need the same mutex. */
class ToolCrib {
  private final Map<String, Integer> shelf = Collections.synchronizedMap(new HashMap<>());
  private final List<String> waiting = Collections.synchronizedList(new ArrayList<>());
  private final List<String> broken = Collections.synchronizedList(new ArrayList<>());

  /** Locks the crib; putBack locks only the map. */
  boolean lend(String tool) {
    synchronized (this) {
      int left = shelf.getOrDefault(tool, 0); // RACE wrong-lock #1
      if (left == 0) {
        return false;
      }
      shelf.put(tool, left - 1); // RACE wrong-lock #1
      return true;
    }
  }

  void putBack(String tool) {
    shelf.merge(tool, 1, Integer::sum);
  }

  /** The wrapper's own mutex is the wrapper. */
  String nextInLine() {
    synchronized (waiting) {
      if (waiting.isEmpty()) {
        return null;
      }
      return waiting.remove(0);
    }
  }

  void queueUp(String worker) {
    waiting.add(worker);
  }

  String repair() {
    if (!broken.isEmpty()) { // RACE check-then-act #2
      return broken.remove(0); // RACE check-then-act #2
    }
    return null;
  }

  void report(String tool) {
    broken.add(tool);
  }

  int tools() {
    int sum = 0;
    synchronized (shelf) {
      for (int count : shelf.values()) {
        sum += count;
      }
    }
    return sum;
  }

  void shift(ExecutorService workers, List<String> tools) {
    for (String tool : tools) {
      workers.submit(() -> lend(tool));
      workers.submit(() -> putBack(tool));
      workers.submit(() -> queueUp("w" + tool));
      workers.submit(this::nextInLine);
      workers.submit(this::repair);
      workers.submit(() -> report(tool));
      workers.submit(this::tools);
    }
  }
}
