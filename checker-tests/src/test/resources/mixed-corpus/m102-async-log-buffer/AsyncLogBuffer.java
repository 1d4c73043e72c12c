package asynclog;

import java.io.Flushable;
import java.io.IOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Log buffer with two halves: application threads fill the one, the writer thread writes the other
 * out. The halves change their roles under the lock.
 */
public class AsyncLogBuffer implements Runnable, Flushable {

    private final Lock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Condition written = lock.newCondition();
    private final Appendable target;
    private StringBuilder filling = new StringBuilder(8192);
    private StringBuilder writing = new StringBuilder(8192);
    private long appended;
    private long flushed;
    private int dropped;
    private boolean closed;
    private IOException error;

    /** Only used by the writer thread. */
    private int rounds;
    private long chars;

    public AsyncLogBuffer(Appendable target) {
        this.target = target;
    }

    public boolean log(CharSequence line) {
        lock.lock();
        try {
            if (closed || filling.length() > 1 << 20) {
                dropped++;
                return false;
            }
            filling.append(line).append('\n');
            appended++;
            if (filling.length() > 4096) {
                filled.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void run() {
        while (true) {
            long upTo;
            lock.lock();
            try {
                while (filling.length() == 0) {
                    if (closed) {
                        return;
                    }
                    filled.awaitUninterruptibly();
                }
                StringBuilder full = filling;
                filling = writing;
                writing = full;
                upTo = appended;
            } finally {
                lock.unlock();
            }
            IOException problem = null;
            try {
                target.append(writing);
                chars += writing.length();
            } catch (IOException e) {
                problem = e;
            }
            writing.setLength(0);
            rounds++;
            lock.lock();
            try {
                flushed = upTo;
                if (problem != null && error == null) {
                    error = problem;
                }
                written.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    @Override
    public void flush() throws IOException {
        lock.lock();
        try {
            long until = appended;
            filled.signal();
            while (flushed < until && error == null) {
                written.awaitUninterruptibly();
            }
            if (error != null) {
                throw error;
            }
        } finally {
            lock.unlock();
        }
    }

    public void close() {
        lock.lock();
        try {
            closed = true;
            filled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public int dropped() {
        lock.lock();
        try {
            return dropped;
        } finally {
            lock.unlock();
        }
    }
}
