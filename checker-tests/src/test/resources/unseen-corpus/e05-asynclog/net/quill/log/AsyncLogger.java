package net.quill.log;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** Front end of the asynchronous appender: application threads offer, one thread drains. */
public final class AsyncLogger implements AutoCloseable {
  private final BlockingQueue<LogLine> queue;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final DrainThread drain;
  private volatile int discarded;
  private volatile String threshold = "INFO";

  public AsyncLogger(int capacity, Appendable sink) {
    queue = new ArrayBlockingQueue<>(capacity);
    drain = new DrainThread(queue, sink);
    drain.start();
  }

  public void log(String level, String message) {
    if (closed.get()) {
      return;
    }
    if (!queue.offer(new LogLine(System.currentTimeMillis(), level, message))) {
      discarded++; // RACE atomic-compound
    }
  }

  public void setThreshold(String level) {
    threshold = level;
  }

  public String threshold() {
    return threshold;
  }

  public int discarded() {
    return discarded;
  }

  public long written() {
    return drain.written();
  }

  @Override
  public void close() throws InterruptedException {
    if (closed.compareAndSet(false, true)) {
      queue.put(LogLine.POISON);
      drain.join();
    }
  }
}
