package db.columnar.cache;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;

/** Writers put rows into a queue; one flusher thread alone owns the pages. */
class WriteBehind implements AutoCloseable {
  private final LinkedBlockingQueue<String> rows = new LinkedBlockingQueue<>(10_000);
  private final Thread flusher = new Thread(this::flushLoop, "flusher");
  private final Map<Integer, StringBuilder> pages = new HashMap<>();
  private volatile long flushed;
  private volatile long accepted;
  private volatile boolean closing;
  private int cycles;
  private int rejected;

  void open() {
    flusher.start();
  }

  /** Many writers. */
  boolean write(String row) {
    if (closing || !rows.offer(row)) {
      rejected++; // RACE rmw
      return false;
    }
    accepted++; // RACE rmw
    return true;
  }

  private void flushLoop() {
    List<String> taken = new ArrayList<>();
    while (!closing || !rows.isEmpty()) {
      rows.drainTo(taken, 100);
      for (String row : taken) {
        page(row).append(row).append('\n');
        flushed++;
      }
      taken.clear();
      cycles++;
    }
  }

  private StringBuilder page(String row) {
    int number = row.length() % 16;
    StringBuilder page = pages.get(number);
    if (page == null) {
      page = new StringBuilder();
      pages.put(number, page);
    }
    return page;
  }

  long waiting() {
    return accepted - flushed;
  }

  /** The flusher has ended when the pages are looked at. */
  @Override
  public void close() throws InterruptedException {
    closing = true;
    flusher.join();
    cycles++;
    pages.values().removeIf(page -> page.length() == 0);
    System.out.println(cycles + " cycles, " + pages.size() + " pages, " + rejected);
  }

  static void load(ExecutorService writers, List<String> input) throws InterruptedException {
    try (WriteBehind cache = new WriteBehind()) {
      cache.open();
      for (String row : input) {
        writers.execute(() -> cache.write(row));
      }
    }
  }
}
