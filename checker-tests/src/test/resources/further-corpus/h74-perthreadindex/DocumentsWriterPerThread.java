package perthreadindex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Indexes documents for one thread at a time. */
final class DocumentsWriterPerThread {

  private final String segmentName;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Integer> termFrequencies = new HashMap<>();
  private List<String> docs = new ArrayList<>();
  private int numDocs;
  private long bytesUsed;
  private boolean flushPending;

  DocumentsWriterPerThread(String segmentName) {
    this.segmentName = segmentName;
  }

  void lock() {
    lock.lock();
  }

  void unlock() {
    lock.unlock();
  }

  void addDocument(String doc) {
    assert lock.isHeldByCurrentThread();
    for (String term : doc.split(" ")) {
      Integer freq = termFrequencies.get(term);
      if (freq == null) {
        termFrequencies.put(term, 1);
        bytesUsed += 16 + 2L * term.length();
      } else {
        termFrequencies.put(term, freq + 1);
      }
    }
    docs.add(segmentName + ":" + doc);
    numDocs++;
  }

  List<String> flush() {
    assert lock.isHeldByCurrentThread();
    List<String> out = docs;
    docs = new ArrayList<>();
    numDocs = 0;
    bytesUsed = 0;
    termFrequencies.clear();
    return out;
  }

  int numDocs() {
    return numDocs;
  }

  void setFlushPending() {
    if (!flushPending) {
      flushPending = true;
    }
  }

  boolean isFlushPending() {
    return flushPending;
  }
}
