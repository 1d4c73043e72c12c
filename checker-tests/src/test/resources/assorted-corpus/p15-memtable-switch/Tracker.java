package org.delphi.db;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The current memtable, those being flushed and the sstables: one immutable view, swapped as a whole. */
public class Tracker {

  static final class View {
    final Memtable current;
    final List<Memtable> flushing;
    final List<String> sstables;

    View(Memtable current, List<Memtable> flushing, List<String> sstables) {
      this.current = current;
      this.flushing = Collections.unmodifiableList(flushing);
      this.sstables = Collections.unmodifiableList(sstables);
    }
  }

  static final class Memtable {
    final ConcurrentSkipListMap<String, byte[]> rows = new ConcurrentSkipListMap<>();
  }

  private final AtomicReference<View> view =
      new AtomicReference<>(new View(new Memtable(), new ArrayList<>(), new ArrayList<>()));

  private View apply(UnaryOperator<View> f) {
    while (true) {
      View cur = view.get();
      View next = f.apply(cur);
      if (view.compareAndSet(cur, next)) {
        return cur;
      }
    }
  }

  Memtable switchMemtable() {
    Memtable fresh = new Memtable();
    View before = apply(v -> {
      List<Memtable> flushing = new ArrayList<>(v.flushing);
      flushing.add(v.current);
      return new View(fresh, flushing, v.sstables);
    });
    return before.current;
  }

  void replaceFlushed(Memtable m, String sstable) {
    apply(v -> {
      List<Memtable> flushing = new ArrayList<>(v.flushing);
      flushing.remove(m);
      List<String> tables = new ArrayList<>(v.sstables);
      tables.add(sstable);
      return new View(v.current, flushing, tables);
    });
  }

  void addStreamed(List<String> incoming) {
    View v = view.get(); // RACE atomic-compound #1
    List<String> tables = new ArrayList<>(v.sstables);
    tables.addAll(incoming);
    view.set(new View(v.current, v.flushing, tables)); // RACE atomic-compound #1
  }

  void markCompacted(String old, String merged) {
    View v = view.get(); // RACE atomic-compound #2
    List<String> tables = new ArrayList<>(v.sstables);
    tables.remove(old);
    tables.add(merged);
    View next = new View(v.current, v.flushing, tables);
    if (!view.compareAndSet(v, next)) {
      view.set(next); // RACE atomic-compound #2
    }
  }

  boolean tryDrop(String table) {
    View v = view.get();
    List<String> tables = new ArrayList<>(v.sstables);
    return tables.remove(table)
        && view.compareAndSet(v, new View(v.current, v.flushing, tables));
  }

  void write(String key, byte[] row) {
    view.get().current.rows.put(key, row);
  }

  int tables() {
    return view.get().sstables.size();
  }
}
