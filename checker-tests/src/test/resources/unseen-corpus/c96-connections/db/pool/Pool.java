package db.pool;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A connection is in the queue or with exactly one borrower. */
public class Pool {
  private final BlockingQueue<Connection> idle;
  private final ConcurrentLinkedQueue<StringBuilder> buffers = new ConcurrentLinkedQueue<>();
  private final AtomicInteger created = new AtomicInteger();
  private final int max;

  public Pool(int max) {
    this.max = max;
    this.idle = new ArrayBlockingQueue<>(max);
  }

  public <T> T with(Function<Connection, T> work) throws InterruptedException {
    Connection c = idle.poll();
    if (c == null) {
      c = grow();
    }
    if (c == null) {
      c = idle.poll(5, TimeUnit.SECONDS);
      if (c == null) {
        throw new IllegalStateException("exhausted");
      }
    }
    c.borrows++;
    try {
      return work.apply(c);
    } finally {
      c.reset();
      idle.add(c);
    }
  }

  private Connection grow() {
    int n;
    do {
      n = created.get();
      if (n >= max) {
        return null;
      }
    } while (!created.compareAndSet(n, n + 1));
    return new Connection(n);
  }

  String format(String sql, Object... args) {
    StringBuilder sb = buffers.poll();
    if (sb == null) {
      sb = new StringBuilder(256);
    }
    sb.append(sql);
    for (Object a : args) {
      sb.append(' ').append(a);
    }
    String s = sb.toString();
    sb.setLength(0);
    buffers.offer(sb);
    return s;
  }
}
