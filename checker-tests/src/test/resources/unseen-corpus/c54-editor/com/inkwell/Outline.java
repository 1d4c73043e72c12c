package com.inkwell;

import com.inkwell.annotation.GuardedBy;
import java.util.ArrayList;
import java.util.List;

/** Headings of a document. The list is guarded by itself, the counters by the class. */
class Outline {
  @GuardedBy("itself")
  private final List<String> headings = new ArrayList<>();

  @GuardedBy("Outline.class")
  private static int outlines;

  @GuardedBy("this")
  private int depth;

  Outline() {
    synchronized (Outline.class) {
      outlines++;
    }
    depth++;
  }

  void heading(String h) {
    synchronized (headings) {
      if (!headings.contains(h)) {
        headings.add(h);
      }
    }
    deepen(h);
  }

  private synchronized void deepen(String h) {
    int d = 0;
    while (d < h.length() && h.charAt(d) == '#') {
      d++;
    }
    if (d > depth) {
      depth = d;
    }
  }

  static synchronized int outlines() {
    return outlines;
  }
}
