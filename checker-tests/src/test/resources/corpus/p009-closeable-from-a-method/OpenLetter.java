package org.scriptorium.letters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;

/** Letters that many people write at. Locks come as things that can be closed. */
class OpenLetter {
  /** Does not throw when it is closed. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final List<String> lines = new ArrayList<>();
  private final Map<String, Integer> writers = new HashMap<>();
  private int revision;
  private int deletions;

  /** Locked when it returns; closing unlocks. */
  private Held exclusive() {
    lock.lock();
    return lock::unlock;
  }

  private Held counted(String writer) {
    lock.lock();
    writers.merge(writer, 1, Integer::sum);
    return () -> {
      revision++;
      lock.unlock();
    };
  }

  void write(String writer, String line) {
    try (Held h = counted(writer)) {
      lines.add(line);
    }
  }

  boolean delete(String line) {
    try (Held h = exclusive()) {
      if (lines.remove(line)) {
        deletions++;
        return true;
      }
      return false;
    }
  }

  void replace(String line, String better) {
    Held h = exclusive();
    try {
      int index = lines.indexOf(line);
      if (index >= 0) {
        lines.set(index, better);
        revision += 1;
      }
    } finally {
      h.close();
    }
  }

  String text() {
    try (Held h = exclusive()) {
      return revision + "/" + deletions + ": " + String.join("\n", lines);
    }
  }

  static void open(ExecutorService people, List<String> names) {
    OpenLetter letter = new OpenLetter();
    for (String name : names) {
      people.execute(() -> letter.write(name, "I, " + name + ", agree"));
      people.submit(() -> letter.delete("I, nobody, agree"));
      people.execute(() -> letter.replace("I, " + name + ", agree", name + " agrees"));
      people.submit(letter::text);
    }
  }
}
