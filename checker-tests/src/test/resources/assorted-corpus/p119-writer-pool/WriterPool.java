package org.quill.index;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** Indexing threads check out a writer, fill it unshared, and give it back. */
public class WriterPool {
  static final class SegmentWriter {
    private final Map<String, List<Integer>> postings = new HashMap<>();
    private int docs;
    private long bytes;
    private boolean flushPending;

    void addDocument(String text) {
      int doc = docs++;
      for (String term : text.split(" ")) {
        List<Integer> l = postings.get(term);
        if (l == null) {
          l = new ArrayList<>();
          postings.put(term, l);
        }
        l.add(doc);
        bytes += term.length() + 4;
      }
    }

    long bytesUsed() {
      return bytes;
    }
  }

  private final Deque<SegmentWriter> free = new ArrayDeque<>();
  private final List<SegmentWriter> all = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicLong globalBytes = new AtomicLong();
  private int flushes;
  private int checkedOut;

  private SegmentWriter checkOut() {
    lock.lock();
    try {
      SegmentWriter w = free.pollFirst();
      if (w == null) {
        w = new SegmentWriter();
        all.add(w);
      }
      checkedOut++;
      return w;
    } finally {
      lock.unlock();
    }
  }

  private void checkIn(SegmentWriter w) {
    lock.lock();
    try {
      checkedOut--;
      if (w.flushPending) {
        all.remove(w);
        flushes++;
      } else {
        free.addFirst(w);
      }
    } finally {
      lock.unlock();
    }
  }

  public void add(String text) {
    SegmentWriter w = checkOut();
    try {
      long before = w.bytesUsed();
      w.addDocument(text);
      globalBytes.addAndGet(w.bytesUsed() - before);
      if (w.bytesUsed() > 16 << 20) {
        w.flushPending = true;
        globalBytes.addAndGet(-w.bytesUsed());
      }
    } finally {
      checkIn(w);
    }
  }

  public int flushes() {
    lock.lock();
    try {
      return flushes;
    } finally {
      lock.unlock();
    }
  }
}
