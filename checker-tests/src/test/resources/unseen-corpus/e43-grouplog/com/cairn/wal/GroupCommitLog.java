package com.cairn.wal;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Appenders wait until some leader among them has synced past their record. */
public final class GroupCommitLog {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition synced = lock.newCondition();
  private final SyncTarget target;
  private ByteArrayOutputStream buffer = new ByteArrayOutputStream();
  private long appended;
  private volatile long durable;
  private boolean syncing;
  private int groups;

  public GroupCommitLog(SyncTarget target) {
    this.target = target;
  }

  public long append(byte[] record) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      buffer.write(record, 0, record.length);
      long position = ++appended;
      while (durable < position) {
        if (syncing) {
          synced.await();
        } else {
          syncing = true;
          lead();
        }
      }
      return position;
    } finally {
      lock.unlock();
    }
  }

  /** Called with the lock held; gives it up during the sync. Nobody else leads meanwhile. */
  private void lead() {
    ByteArrayOutputStream mine = buffer;
    long upTo = appended;
    buffer = new ByteArrayOutputStream();
    lock.unlock();
    try {
      target.sync(mine.toByteArray());
    } finally {
      lock.lock();
      durable = upTo;
      groups++;
      syncing = false;
      synced.signalAll();
    }
  }

  public long durable() {
    return durable;
  }

  public int groups() {
    lock.lock();
    try {
      return groups;
    } finally {
      lock.unlock();
    }
  }
}
