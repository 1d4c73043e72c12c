package com.dataquarry.export;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;

/** The skeleton of an export. All hooks but the last run under the lock. */
abstract class LockedExporter {
  private final ReentrantLock lock = new ReentrantLock();

  final void export(String row) {
    lock.lock();
    try {
      write(row);
      if (isFull()) {
        flush();
      }
    } finally {
      lock.unlock();
    }
    afterwards(row);
  }

  protected abstract void write(String row);

  protected abstract boolean isFull();

  protected abstract void flush();

  protected void afterwards(String row) {}

  static void exportAll(ExecutorService pool, LockedExporter exporter, List<String> rows) {
    for (String row : rows) {
      pool.submit(() -> exporter.export(row));
    }
  }
}

class CsvExporter extends LockedExporter {
  private final StringBuilder buffer = new StringBuilder();
  private int rows;
  private int flushes;

  @Override
  protected void write(String row) {
    buffer.append(row).append('\n');
    rows++;
  }

  @Override
  protected boolean isFull() {
    return buffer.length() > 1024;
  }

  @Override
  protected void flush() {
    buffer.setLength(0);
    flushes++;
  }
}

class JsonExporter extends LockedExporter {
  private final List<String> pending = new ArrayList<>();
  private int written;
  private int acknowledged;

  @Override
  protected void write(String row) {
    pending.add("\"" + row + "\"");
  }

  @Override
  protected boolean isFull() {
    return pending.size() >= 50;
  }

  @Override
  protected void flush() {
    written += pending.size();
    pending.clear();
  }

  /** This hook is called when the lock is free again. */
  @Override
  protected void afterwards(String row) {
    acknowledged++; // RACE rmw
    pending.remove(row); // RACE wrong-lock
  }

  int acknowledged() {
    return acknowledged;
  }
}

class Nightly {
  void run(ExecutorService pool, List<String> rows) {
    LockedExporter.exportAll(pool, new CsvExporter(), rows);
    LockedExporter.exportAll(pool, new JsonExporter(), rows);
  }
}
