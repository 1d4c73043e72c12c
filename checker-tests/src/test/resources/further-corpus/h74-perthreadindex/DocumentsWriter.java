package perthreadindex;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * This class accepts multiple added documents and directly writes segment files. Each indexing
 * thread checks out a per-thread writer for the time it needs to index one document.
 */
final class DocumentsWriter {

  private final PerThreadPool pool = new PerThreadPool();
  private final AtomicLong numDocsInRAM = new AtomicLong(0);
  private final FlushQueue flushQueue = new FlushQueue();
  private final int flushAt;
  private long seqNo;

  DocumentsWriter(int flushAt) {
    this.flushAt = flushAt;
  }

  long updateDocument(String doc) {
    DocumentsWriterPerThread dwpt = pool.getAndLock();
    try {
      dwpt.addDocument(doc);
      numDocsInRAM.incrementAndGet();
      if (dwpt.numDocs() >= flushAt) {
        dwpt.setFlushPending();
        pool.checkout(dwpt);
        List<String> segment = dwpt.flush();
        numDocsInRAM.addAndGet(-segment.size());
        flushQueue.add(segment);
      }
    } finally {
      pool.unlock(dwpt);
    }
    return nextSequenceNumber();
  }

  private synchronized long nextSequenceNumber() {
    return seqNo++;
  }

  long numDocsInRAM() {
    return numDocsInRAM.get();
  }

  int pendingSegments() {
    return flushQueue.size();
  }

  private static final class FlushQueue {
    private final List<List<String>> segments = new ArrayList<>();
    private long docs;

    synchronized void add(List<String> segment) {
      segments.add(segment);
      docs += segment.size();
    }

    synchronized int size() {
      return segments.size();
    }
  }

  /** The writers which are free. */
  private static final class PerThreadPool {
    private final List<DocumentsWriterPerThread> all = new ArrayList<>();
    private final List<DocumentsWriterPerThread> free = new ArrayList<>();
    private int created;

    DocumentsWriterPerThread getAndLock() {
      synchronized (this) {
        if (!free.isEmpty()) {
          DocumentsWriterPerThread dwpt = free.remove(free.size() - 1);
          dwpt.lock();
          return dwpt;
        }
        return newWriter();
      }
    }

    private DocumentsWriterPerThread newWriter() {
      assert Thread.holdsLock(this);
      DocumentsWriterPerThread dwpt = new DocumentsWriterPerThread("_" + created++);
      dwpt.lock();
      all.add(dwpt);
      return dwpt;
    }

    synchronized void checkout(DocumentsWriterPerThread dwpt) {
      for (Iterator<DocumentsWriterPerThread> it = all.iterator(); it.hasNext(); ) {
        if (it.next() == dwpt) {
          it.remove();
          return;
        }
      }
    }

    void unlock(DocumentsWriterPerThread dwpt) {
      boolean reusable = !dwpt.isFlushPending();
      dwpt.unlock();
      if (reusable) {
        synchronized (this) {
          free.add(dwpt);
        }
      }
    }
  }
}
