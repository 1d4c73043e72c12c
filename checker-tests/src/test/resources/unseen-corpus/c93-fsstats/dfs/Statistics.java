package dfs;

import java.util.ArrayList;
import java.util.List;

/** Each thread counts in an object of its own; a reader adds them up. */
final class Statistics {
  /** Written by its thread only, read by others. */
  private static final class Cell {
    volatile long bytesRead;
    volatile int ops;
    int largest;
  }

  private final List<Cell> cells = new ArrayList<>();
  private final ThreadLocal<Cell> mine = ThreadLocal.withInitial(this::register);

  private Cell register() {
    Cell c = new Cell();
    synchronized (cells) {
      cells.add(c);
    }
    return c;
  }

  void read(int n) {
    Cell c = mine.get();
    c.bytesRead += n;
    c.ops++;
    if (n > c.largest) {
      c.largest = n;
    }
  }

  long bytesRead() {
    long sum = 0;
    synchronized (cells) {
      for (Cell c : cells) {
        sum += c.bytesRead;
      }
    }
    return sum;
  }

  int ops() {
    int sum = 0;
    synchronized (cells) {
      for (Cell c : cells) {
        sum += c.ops;
      }
    }
    return sum;
  }
}
