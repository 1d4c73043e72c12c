package io.pelican.buffer;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** A slice of memory which is given back to its arena when nobody refers to it. */
public abstract class RefCountedBuffer {

    private static final AtomicIntegerFieldUpdater<RefCountedBuffer> REF_CNT =
            AtomicIntegerFieldUpdater.newUpdater(RefCountedBuffer.class, "refCnt");

    private volatile int refCnt = 1;

    private int readerIndex;
    private int writerIndex;

    public final int refCnt() {
        return refCnt;
    }

    public RefCountedBuffer retain() {
        for (;;) {
            final int cnt = refCnt;
            if (cnt == 0) {
                throw new IllegalStateException("refCnt: 0");
            }
            if (cnt == Integer.MAX_VALUE) {
                throw new IllegalStateException("refCnt overflow");
            }
            if (REF_CNT.compareAndSet(this, cnt, cnt + 1)) {
                break;
            }
        }
        return this;
    }

    public RefCountedBuffer retain(int increment) {
        final int cnt = REF_CNT.get(this); // RACE atomic-compound #1
        if (cnt <= 0) {
            throw new IllegalStateException("refCnt: " + cnt);
        }
        REF_CNT.lazySet(this, cnt + increment); // RACE atomic-compound #1
        return this;
    }

    public final boolean release() {
        for (;;) {
            int cnt = refCnt;
            if (cnt == 0) {
                throw new IllegalStateException("refCnt: 0");
            }
            if (REF_CNT.compareAndSet(this, cnt, cnt - 1)) {
                if (cnt == 1) {
                    deallocate();
                    return true;
                }
                return false;
            }
        }
    }

    /** Indices belong to whoever owns the buffer at the time, like in every buffer. */
    public int readByte() {
        checkReadable(1);
        return get(readerIndex++);
    }

    public RefCountedBuffer writeByte(int b) {
        put(writerIndex, b);
        writerIndex++;
        return this;
    }

    private void checkReadable(int n) {
        if (writerIndex - readerIndex < n) {
            throw new IndexOutOfBoundsException(readerIndex + "+" + n);
        }
    }

    protected abstract int get(int index);

    protected abstract void put(int index, int b);

    protected abstract void deallocate();
}
