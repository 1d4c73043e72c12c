package io.bytehive.buffers;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Recycles direct buffers. Any thread may take and give. */
public final class BufferPool {
  private final Queue<ByteBuffer> small = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedDeque<ByteBuffer> large = new ConcurrentLinkedDeque<>();
  private final AtomicInteger smallCount = new AtomicInteger();
  private final AtomicLong outstanding = new AtomicLong();
  private volatile long peak;
  private final int limit;

  public BufferPool(int limit) {
    this.limit = limit;
  }

  public ByteBuffer takeSmall() {
    outstanding.addAndGet(512);
    ByteBuffer b = small.poll();
    if (b != null) {
      smallCount.decrementAndGet();
      return b.clear();
    }
    return ByteBuffer.allocateDirect(512);
  }

  public void giveSmall(ByteBuffer b) {
    outstanding.addAndGet(-512);
    if (smallCount.incrementAndGet() > limit) {
      smallCount.decrementAndGet();
      return;
    }
    small.offer(b);
  }

  public ByteBuffer takeLarge(int size) {
    long now = outstanding.addAndGet(size);
    if (now > peak) { // RACE atomic-compound #1
      peak = now; // RACE atomic-compound #1
    }
    ByteBuffer head = large.peekFirst(); // RACE check-then-act #2
    if (head != null && head.capacity() >= size) {
      large.pollFirst(); // RACE check-then-act #2
      return head.clear();
    }
    return ByteBuffer.allocateDirect(size);
  }

  public void giveLarge(ByteBuffer b) {
    outstanding.addAndGet(-b.capacity());
    if (large.size() < limit) { // RACE check-then-act #3
      large.addFirst(b); // RACE check-then-act #3
    }
  }

  public long trim() {
    long freed = 0;
    ByteBuffer b;
    while ((b = large.pollLast()) != null) {
      freed += b.capacity();
    }
    return freed;
  }

  public long peak() {
    return peak;
  }
}
