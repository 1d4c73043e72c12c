package io.thingbridge;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import javax.annotation.concurrent.GuardedBy;

/** Collects messages until the modem has a link. */
public class UplinkBuffer {
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private List<byte[]> pending = new ArrayList<>();

  @GuardedBy("lock")
  private int bytes;

  @GuardedBy("lock")
  private int refused;

  public UplinkBuffer(List<byte[]> saved) {
    for (byte[] b : saved) {
      pending.add(b);
      bytes += b.length;
    }
  }

  public boolean offer(byte[] message) {
    lock.lock();
    try {
      if (bytes + message.length > 65_536) {
        refused++;
        return false;
      }
      bytes += message.length;
      return pending.add(message);
    } finally {
      lock.unlock();
    }
  }

  /** Hands out the batch; the buffer starts a new one. */
  public List<byte[]> drain() {
    List<byte[]> batch;
    lock.lock();
    try {
      batch = pending;
      pending = new ArrayList<>();
      bytes = 0;
    } finally {
      lock.unlock();
    }
    batch.removeIf(b -> b.length == 0);
    return batch;
  }
}
