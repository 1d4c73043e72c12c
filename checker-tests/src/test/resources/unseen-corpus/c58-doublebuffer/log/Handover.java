package log;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;

/** The current chunk is detached with getAndSet; who detached it owns it. */
class Handover {
  static final class Chunk {
    final List<String> lines = new ArrayList<>();
    int size;
    boolean sealed;
  }

  private final AtomicReference<Chunk> parked = new AtomicReference<>();
  private final ExecutorService pool;

  Handover(ExecutorService pool) {
    this.pool = pool;
  }

  void write(String line) {
    Chunk mine = parked.getAndSet(null);
    if (mine == null) {
      mine = new Chunk();
    }
    mine.lines.add(line);
    mine.size += line.length();
    if (mine.size > 4096 || !parked.compareAndSet(null, mine)) {
      ship(mine);
    }
  }

  private void ship(Chunk c) {
    c.sealed = true;
    pool.execute(() -> {
      c.lines.add("--");
      c.size++;
    });
  }
}
