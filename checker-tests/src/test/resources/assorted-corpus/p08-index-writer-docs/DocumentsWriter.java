package org.quill.index;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Accepts documents from many indexing threads at once. */
public class DocumentsWriter {
  public static final int MAX_DOCS = Integer.MAX_VALUE - 128;

  private final AtomicLong pendingNumDocs = new AtomicLong();
  private final AtomicLong pendingDeletes = new AtomicLong();
  private final AtomicLong ramBytesUsed = new AtomicLong();
  private final AtomicLong peakBytes = new AtomicLong();
  private final int maxDocs;
  private final List<String> flushed = new ArrayList<>();
  private long flushCount;

  public DocumentsWriter(int maxDocs) {
    this.maxDocs = Math.min(maxDocs, MAX_DOCS);
  }

  /** Anticipates the documents, and takes them back if they are too many. */
  void reserveDocs(long added) {
    if (pendingNumDocs.addAndGet(added) > maxDocs) {
      pendingNumDocs.addAndGet(-added);
      throw new IllegalArgumentException("too many documents, limit is " + maxDocs);
    }
  }

  void reserveDeletes(long n) {
    if (pendingDeletes.get() + n > maxDocs) { // RACE atomic-compound #1
      throw new IllegalArgumentException("too many deletes");
    }
    pendingDeletes.addAndGet(n); // RACE atomic-compound #1
  }

  void addBytes(long delta) {
    long now = ramBytesUsed.addAndGet(delta);
    long peak;
    while ((peak = peakBytes.get()) < now) {
      if (peakBytes.compareAndSet(peak, now)) {
        break;
      }
    }
  }

  /** Cheap test before the lock; decided again under it. */
  boolean maybeFlush(long limit) {
    if (ramBytesUsed.get() < limit) {
      return false;
    }
    synchronized (flushed) {
      long used = ramBytesUsed.get();
      if (used < limit) {
        return false;
      }
      ramBytesUsed.addAndGet(-used);
      flushed.add("_" + Long.toString(flushCount++, Character.MAX_RADIX));
      return true;
    }
  }

  long resetDeletes() {
    long n = pendingDeletes.get(); // RACE atomic-compound #2
    pendingDeletes.set(0); // RACE atomic-compound #2
    return n;
  }

  long drainDeletes() {
    return pendingDeletes.getAndSet(0);
  }

  List<String> segments() {
    synchronized (flushed) {
      return new ArrayList<>(flushed);
    }
  }
}
