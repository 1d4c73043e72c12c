package io.bytehive.buffers;

import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Many producers, one flusher at a time. */
public final class WriteQueue {
  private final BlockingQueue<ByteBuffer> pending = new LinkedBlockingQueue<>();
  private final AtomicBoolean flushing = new AtomicBoolean();
  private final AtomicLong queuedBytes = new AtomicLong();
  private final BufferPool pool;
  private long flushes;
  private long written;

  public WriteQueue(BufferPool pool) {
    this.pool = pool;
  }

  public void write(byte[] data) {
    ByteBuffer b = pool.takeSmall();
    b.put(data).flip();
    queuedBytes.addAndGet(b.remaining());
    pending.add(b);
    tryFlush();
  }

  private void tryFlush() {
    while (!pending.isEmpty() && flushing.compareAndSet(false, true)) {
      try {
        flush();
      } finally {
        flushing.set(false);
      }
    }
  }

  private void flush() {
    flushes++;
    ByteBuffer b;
    while ((b = pending.poll()) != null) {
      int n = b.remaining();
      written += n;
      queuedBytes.addAndGet(-n);
      pool.giveSmall(b);
    }
  }

  public ByteBuffer steal() {
    if (pending.isEmpty()) { // RACE check-then-act #4
      return null;
    }
    return pending.remove(); // RACE check-then-act #4
  }

  public void discard() {
    pending.clear();
    queuedBytes.set(0); // MAYBE
  }
}
