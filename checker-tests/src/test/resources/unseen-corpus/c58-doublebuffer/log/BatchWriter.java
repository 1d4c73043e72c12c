package log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Writers append to the front buffer; the flusher swaps it and works on the back buffer alone. */
public class BatchWriter {
  private final Object swapLock = new Object();
  private List<String> front = new ArrayList<>();
  private List<String> back = new ArrayList<>();
  private Map<String, Integer> levels = new HashMap<>();
  private long appended;
  private long flushed;
  private int flushes;
  private volatile boolean stop;
  private final Thread flusher = new Thread(this::flushLoop, "flusher");

  public static BatchWriter open() {
    BatchWriter w = new BatchWriter();
    w.flusher.start();
    return w;
  }

  private BatchWriter() {}

  public void append(String level, String line) {
    synchronized (swapLock) {
      front.add(line);
      Integer n = levels.get(level);
      levels.put(level, n == null ? 1 : n + 1);
      appended++;
      if (front.size() == 1000) {
        LockSupport.unpark(flusher);
      }
    }
  }

  private void flushLoop() {
    while (!stop) {
      flush();
      LockSupport.parkNanos(1_000_000);
    }
    flush();
  }

  /** Only on the flusher thread. */
  private void flush() {
    Map<String, Integer> counts;
    synchronized (swapLock) {
      List<String> full = front;
      front = back;
      back = full;
      counts = levels;
      levels = new HashMap<>();
    }
    back.sort(null);
    flushed += back.size();
    back.clear();
    flushes++;
    counts.merge("flush", 1, Integer::sum);
    counts.remove("DEBUG");
  }

  public String close() throws InterruptedException {
    stop = true;
    LockSupport.unpark(flusher);
    flusher.join();
    flushes++;
    return flushed + " in " + flushes;
  }

  public long appended() {
    synchronized (swapLock) {
      return appended;
    }
  }
}
