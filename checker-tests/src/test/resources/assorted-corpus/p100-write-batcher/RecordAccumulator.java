package org.streamkeeper.producer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** User threads append, the sender thread drains. */
public class RecordAccumulator {
  static final class Batch {
    final int partition;
    private final List<byte[]> records = new ArrayList<>();
    private int size;
    private boolean closed;
    int attempts;

    Batch(int partition) {
      this.partition = partition;
    }

    /** Under the lock of the deque which holds the batch. */
    boolean tryAppend(byte[] r, int max) {
      if (closed || size + r.length > max) {
        return false;
      }
      records.add(r);
      size += r.length;
      return true;
    }

    void close() {
      closed = true;
    }

    int size() {
      return size;
    }
  }

  private final ConcurrentMap<Integer, Deque<Batch>> batches = new ConcurrentHashMap<>();
  private final AtomicInteger appendsInProgress = new AtomicInteger();
  private volatile boolean closed;
  private final int batchSize;
  private int drainIndex;
  private long bytesBuffered;
  private int newBatches;

  public RecordAccumulator(int batchSize) {
    this.batchSize = batchSize;
  }

  private Deque<Batch> dequeOf(int partition) {
    Deque<Batch> d = batches.get(partition);
    if (d != null) {
      return d;
    }
    d = new ArrayDeque<>();
    Deque<Batch> previous = batches.putIfAbsent(partition, d);
    return previous == null ? d : previous;
  }

  public void append(int partition, byte[] record) {
    appendsInProgress.incrementAndGet();
    try {
      if (closed) {
        throw new IllegalStateException("closed");
      }
      Deque<Batch> dq = dequeOf(partition);
      synchronized (dq) {
        if (tryAppend(dq, record)) {
          return;
        }
      }
      Batch fresh = new Batch(partition);
      synchronized (dq) {
        if (tryAppend(dq, record)) {
          return;
        }
        fresh.tryAppend(record, Integer.MAX_VALUE);
        dq.addLast(fresh);
        newBatches++; // RACE wrong-lock
      }
    } finally {
      appendsInProgress.decrementAndGet();
    }
  }

  private boolean tryAppend(Deque<Batch> dq, byte[] record) {
    Batch last = dq.peekLast();
    if (last != null) {
      if (last.tryAppend(record, batchSize)) {
        return true;
      }
      last.close();
    }
    bytesBuffered += record.length; // RACE wrong-lock
    return false;
  }

  /** Sender thread. */
  List<Batch> drain(int partitions, int maxBytes) {
    List<Batch> ready = new ArrayList<>();
    int start = drainIndex = drainIndex % partitions;
    int total = 0;
    do {
      Deque<Batch> dq = batches.get(drainIndex);
      drainIndex = (drainIndex + 1) % partitions;
      if (dq == null) {
        continue;
      }
      Batch b;
      synchronized (dq) {
        b = dq.peekFirst();
        if (b == null || total + b.size() > maxBytes && !ready.isEmpty()) {
          continue;
        }
        dq.pollFirst();
        b.close();
      }
      total += b.size();
      ready.add(b);
    } while (start != drainIndex);
    return ready;
  }

  /** Sender thread, for a batch it drained before. */
  void reenqueue(Batch b) {
    b.attempts++;
    Deque<Batch> dq = dequeOf(b.partition);
    synchronized (dq) {
      dq.addFirst(b);
    }
  }

  Thread startSender(java.util.function.Predicate<Batch> send) {
    Thread t = new Thread(() -> {
      while (!closed || appendsInProgress.get() > 0) {
        for (Batch b : drain(16, 1 << 20)) {
          if (!send.test(b)) {
            reenqueue(b);
          }
        }
      }
    }, "sender");
    t.start();
    return t;
  }

  public void close() {
    closed = true;
  }
}
