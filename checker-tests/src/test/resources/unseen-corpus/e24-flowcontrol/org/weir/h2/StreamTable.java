package org.weir.h2;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** All streams of a connection; its monitor guards everything here. */
class StreamTable {
  private final TreeMap<Integer, FlowWindow> streams = new TreeMap<>();
  private int nextId = 1;
  private int opened;

  synchronized int open(long initialWindow) {
    int id = nextId;
    nextId += 2;
    streams.put(id, new FlowWindow(initialWindow));
    countOpen();
    return id;
  }

  private void countOpen() {
    opened++;
  }

  FlowWindow find(int id) {
    synchronized (this) {
      return streams.get(id);
    }
  }

  void settings(int difference) {
    List<FlowWindow> open;
    synchronized (this) {
      open = new ArrayList<>(streams.values());
    }
    open.forEach(w -> w.adjust(difference));
  }

  void reset(int id) {
    FlowWindow w;
    synchronized (this) {
      w = streams.remove(id);
      if (w != null) {
        opened--;
      }
    }
    if (w != null) {
      w.close();
    }
  }
}
