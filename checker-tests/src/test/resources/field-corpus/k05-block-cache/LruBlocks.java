package k05;

import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** A block cache with a background eviction thread. */
public class LruBlocks {
  private static final float ACCEPTABLE = 0.99f;
  private static final float MIN = 0.95f;

  private final ConcurrentMap<String, CachedBlock> map = new ConcurrentHashMap<>(1024);
  private final ReentrantLock evictionLock = new ReentrantLock(true);
  private volatile boolean evictionInProgress = false;
  private final EvictionThread evictionThread;
  private final AtomicLong size = new AtomicLong(0);
  private final AtomicLong elements = new AtomicLong(0);
  private final AtomicLong count = new AtomicLong(0);
  private final long maxSize;
  /** Touched inside the eviction lock only. */
  private long evictionRuns;
  private long bytesFreed;

  public LruBlocks(long maxSize) {
    this.maxSize = maxSize;
    this.evictionThread = new EvictionThread(this);
    this.evictionThread.start();
  }

  public void cacheBlock(String key, byte[] buf) {
    CachedBlock cb = map.get(key);
    if (cb != null) {
      return;
    }
    cb = new CachedBlock(key, buf, count.incrementAndGet());
    if (map.putIfAbsent(key, cb) != null) {
      return;
    }
    long newSize = size.addAndGet(buf.length);
    elements.incrementAndGet();
    if (newSize > maxSize * ACCEPTABLE && !evictionInProgress) {
      evictionThread.evict();
    }
  }

  public byte[] getBlock(String key) {
    CachedBlock cb = map.get(key);
    if (cb == null) {
      return null;
    }
    cb.access(count.incrementAndGet());
    return cb.buf;
  }

  void evict() {
    if (!evictionLock.tryLock()) {
      return;
    }
    try {
      evictionInProgress = true;
      long toFree = size.get() - (long) (maxSize * MIN);
      if (toFree <= 0) {
        return;
      }
      PriorityQueue<CachedBlock> queue = new PriorityQueue<>();
      queue.addAll(map.values());
      long freed = 0;
      while (freed < toFree && !queue.isEmpty()) {
        CachedBlock cb = queue.poll();
        if (map.remove(cb.key, cb)) {
          size.addAndGet(-cb.buf.length);
          elements.decrementAndGet();
          freed += cb.buf.length;
        }
      }
      bytesFreed += freed;
      evictionRuns++;
    } finally {
      evictionInProgress = false;
      evictionLock.unlock();
    }
  }

  public double averageFreed() {
    evictionLock.lock();
    try {
      return evictionRuns == 0 ? 0 : (double) bytesFreed / evictionRuns;
    } finally {
      evictionLock.unlock();
    }
  }

  static final class CachedBlock implements Comparable<CachedBlock> {
    final String key;
    final byte[] buf;
    private volatile long accessTime;

    CachedBlock(String key, byte[] buf, long accessTime) {
      this.key = key;
      this.buf = buf;
      this.accessTime = accessTime;
    }

    void access(long time) {
      this.accessTime = time;
    }

    @Override
    public int compareTo(CachedBlock o) {
      return Long.compare(accessTime, o.accessTime);
    }
  }

  static class EvictionThread extends Thread {
    private final LruBlocks cache;
    private volatile boolean go = true;
    private boolean requested;

    EvictionThread(LruBlocks cache) {
      super("EvictionThread");
      setDaemon(true);
      this.cache = cache;
    }

    @Override
    public void run() {
      while (go) {
        synchronized (this) {
          try {
            while (!requested && go) {
              wait(10_000);
            }
            requested = false;
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
          }
        }
        cache.evict();
      }
    }

    void evict() {
      synchronized (this) {
        requested = true;
        notifyAll();
      }
    }

    synchronized void shutdown() {
      go = false;
      notifyAll();
    }
  }
}
