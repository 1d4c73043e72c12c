package org.vaultdb.jobs;

import java.util.Arrays;

class JobHistory {
  record Entry(String job, long nanos) {}

  private final Entry[] ring;
  private int next;
  private boolean wrapped;

  JobHistory(int size) {
    ring = new Entry[size];
  }

  void add(String job, long nanos) {
    Entry e = new Entry(job, nanos);
    synchronized (ring) {
      ring[next++] = e;
      if (next == ring.length) {
        next = 0;
        wrapped = true;
      }
    }
  }

  Entry[] entries() {
    synchronized (ring) {
      return Arrays.copyOf(ring, wrapped ? ring.length : next);
    }
  }
}
