package push;

import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Decorates a session so that several threads may send: only one sends at a time, the others leave
 * their messages in a buffer.
 */
public class BufferedPushSession {

    private final PushSession delegate;
    private final int sendTimeLimit;
    private final int bufferLimit;
    private final Queue<String> buffer = new LinkedBlockingQueue<>();
    private final AtomicInteger bufferSize = new AtomicInteger();
    private final Lock flushLock = new ReentrantLock();
    private final Lock closeLock = new ReentrantLock();
    private volatile long sendStart;
    private volatile boolean limitExceeded;
    private volatile boolean closing;
    private int sent;
    private volatile int dropped;

    public BufferedPushSession(PushSession delegate, int sendTimeLimit, int bufferLimit) {
        this.delegate = delegate;
        this.sendTimeLimit = sendTimeLimit;
        this.bufferLimit = bufferLimit;
    }

    public void send(String message) {
        if (limitExceeded || closing) {
            dropped++; // RACE rmw #1
            return;
        }
        buffer.add(message);
        bufferSize.addAndGet(message.length());
        do {
            if (!tryFlush()) {
                checkLimits();
                break;
            }
        } while (!buffer.isEmpty() && !limitExceeded && !closing);
    }

    private boolean tryFlush() {
        if (!flushLock.tryLock()) {
            return false;
        }
        try {
            String message;
            while ((message = buffer.poll()) != null && !limitExceeded && !closing) {
                bufferSize.addAndGet(-message.length());
                sendStart = System.currentTimeMillis();
                delegate.sendNow(message);
                sent++;
                sendStart = 0;
            }
            return true;
        } finally {
            sendStart = 0;
            flushLock.unlock();
        }
    }

    private void checkLimits() {
        if (!closing && !limitExceeded && closeLock.tryLock()) {
            try {
                if (closing || limitExceeded) {
                    return;
                }
                long start = sendStart;
                if (start > 0 && System.currentTimeMillis() - start > sendTimeLimit
                        || bufferSize.get() > bufferLimit) {
                    limitExceeded = true;
                }
            } finally {
                closeLock.unlock();
            }
        }
    }

    public void close() {
        closeLock.lock();
        try {
            if (closing) {
                return;
            }
            closing = true;
        } finally {
            closeLock.unlock();
        }
        delegate.close();
    }

    public int dropped() {
        return dropped;
    }

    /** The session itself; allows one sender at a time. */
    public interface PushSession {
        void sendNow(String message);

        void close();
    }
}
