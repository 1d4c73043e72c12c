package k16;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Messages pulled from one queue and not consumed yet. */
public class ProcessQueue {
    private final ReadWriteLock treeMapLock = new ReentrantReadWriteLock();
    private final TreeMap<Long, String> msgTreeMap = new TreeMap<>();
    private final AtomicLong msgCount = new AtomicLong();
    private final AtomicLong msgSize = new AtomicLong();
    private long queueOffsetMax = 0L;
    private long scans = 0L;
    private volatile boolean dropped = false;
    private volatile boolean consuming = false;

    public boolean putMessage(final List<String> msgs, long firstOffset) {
        boolean dispatchToConsume = false;
        this.treeMapLock.writeLock().lock();
        try {
            int validMsgCnt = 0;
            long offset = firstOffset;
            for (String msg : msgs) {
                String old = msgTreeMap.put(offset, msg);
                if (null == old) {
                    validMsgCnt++;
                    this.queueOffsetMax = offset;
                    msgSize.addAndGet(msg.length());
                }
                offset++;
            }
            msgCount.addAndGet(validMsgCnt);
            if (!msgTreeMap.isEmpty() && !this.consuming) {
                dispatchToConsume = true;
                this.consuming = true;
            }
        } finally {
            this.treeMapLock.writeLock().unlock();
        }
        return dispatchToConsume;
    }

    public long removeMessage(final List<Long> offsets) {
        long result = -1;
        this.treeMapLock.writeLock().lock();
        try {
            if (!msgTreeMap.isEmpty()) {
                result = this.queueOffsetMax + 1;
                int removedCnt = 0;
                for (Long o : offsets) {
                    String prev = msgTreeMap.remove(o);
                    if (prev != null) {
                        removedCnt--;
                        msgSize.addAndGet(-prev.length());
                    }
                }
                if (msgCount.addAndGet(removedCnt) == 0) {
                    msgSize.set(0);
                }
            }
        } finally {
            this.treeMapLock.writeLock().unlock();
        }
        return result;
    }

    /** Several scan threads of the consume service, one round each 15 minutes. */
    public int cleanExpired(long before) {
        int cleaned = 0;
        this.treeMapLock.readLock().lock();
        try {
            scans++; // RACE wrong-lock #1
            while (!msgTreeMap.isEmpty() && msgTreeMap.firstKey() < before && cleaned < 16) {
                msgTreeMap.pollFirstEntry(); // RACE wrong-lock #2
                cleaned++;
            }
        } finally {
            this.treeMapLock.readLock().unlock();
        }
        msgCount.addAndGet(-cleaned);
        return cleaned;
    }

    public long getMaxSpan() {
        this.treeMapLock.readLock().lock();
        try {
            return msgTreeMap.isEmpty() ? 0 : msgTreeMap.lastKey() - msgTreeMap.firstKey();
        } finally {
            this.treeMapLock.readLock().unlock();
        }
    }

    public void setDropped(boolean dropped) {
        this.dropped = dropped;
    }

    public boolean isDropped() {
        return dropped;
    }
}
