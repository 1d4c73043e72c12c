package com.ferry.rpc;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** Multiplexes calls of many threads over one connection. */
public class RpcChannel {
  private final ConcurrentMap<Integer, CompletableFuture<byte[]>> pending = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final AtomicLong bytesOut = new AtomicLong();
  private final AtomicLong bytesIn = new AtomicLong();
  private final ReentrantLock writeLock = new ReentrantLock();
  private final FrameWriter writer;
  private long frames;

  public RpcChannel(FrameWriter writer) {
    this.writer = writer;
  }

  private int nextId() {
    return ids.updateAndGet(i -> i == Integer.MAX_VALUE ? 1 : i + 1);
  }

  public CompletableFuture<byte[]> call(byte[] body) {
    int id = nextId();
    CompletableFuture<byte[]> f = new CompletableFuture<>();
    pending.put(id, f);
    writeLock.lock();
    try {
      writer.write(id, body);
      frames++;
    } finally {
      writeLock.unlock();
    }
    bytesOut.set(bytesOut.get() + body.length); // RACE atomic-compound
    return f;
  }

  /** Invoked by the reader threads. */
  public void onFrame(int id, byte[] body) {
    bytesIn.addAndGet(body.length);
    CompletableFuture<byte[]> f = pending.remove(id);
    if (f != null) {
      f.complete(body);
    }
  }

  public void ping() {
    writeLock.lock();
    try {
      writer.write(0, new byte[0]);
    } finally {
      writeLock.unlock();
    }
    frames++; // RACE wrong-lock
  }

  public long frames() {
    writeLock.lock();
    try {
      return frames;
    } finally {
      writeLock.unlock();
    }
  }

  public void closeAll(Throwable cause) {
    for (Integer id : pending.keySet()) {
      CompletableFuture<byte[]> f = pending.remove(id);
      if (f != null) {
        f.completeExceptionally(cause);
      }
    }
  }
}
