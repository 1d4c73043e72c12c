package dispatch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Decides when asynchronous calls are executed. Thread-safe. */
public class CallDispatcher {

    private final Deque<AsyncCall> ready = new ArrayDeque<>();
    private final Deque<AsyncCall> running = new ArrayDeque<>();
    private final Deque<Object> runningSync = new ArrayDeque<>();
    private final ExecutorService executor;
    private int maxRequests = 64;
    private int maxPerHost = 5;
    private Runnable idleCallback;
    private int rejected;
    private int retried;

    public CallDispatcher(ExecutorService executor) {
        this.executor = executor;
    }

    public void setMaxRequests(int max) {
        synchronized (this) {
            maxRequests = max;
        }
        promote();
    }

    public synchronized void setIdleCallback(Runnable callback) {
        idleCallback = callback;
    }

    public void enqueue(AsyncCall call) {
        synchronized (this) {
            ready.add(call);
            AsyncCall existing = find(call.host());
            if (existing != null) {
                call.shareCounter(existing);
            }
        }
        promote();
    }

    private AsyncCall find(String host) {
        for (AsyncCall c : running) {
            if (c.host().equals(host)) {
                return c;
            }
        }
        for (AsyncCall c : ready) {
            if (c.host().equals(host)) {
                return c;
            }
        }
        return null;
    }

    private boolean promote() {
        List<AsyncCall> executable = new ArrayList<>();
        boolean any;
        synchronized (this) {
            for (Iterator<AsyncCall> i = ready.iterator(); i.hasNext();) {
                AsyncCall call = i.next();
                if (running.size() >= maxRequests) {
                    break;
                }
                if (call.perHost().get() >= maxPerHost) {
                    continue;
                }
                i.remove();
                call.perHost().incrementAndGet();
                executable.add(call);
                running.add(call);
            }
            any = runningCount() > 0;
        }
        for (AsyncCall call : executable) {
            try {
                executor.execute(() -> {
                    try {
                        call.run();
                    } finally {
                        finished(call);
                    }
                });
            } catch (RejectedExecutionException e) {
                rejected++; // RACE wrong-lock #1
                finished(call);
            }
        }
        return any;
    }

    /** Called around synchronous calls. */
    public void executed(Object call) {
        synchronized (this) {
            runningSync.add(call);
        }
    }

    public void finishedSync(Object call) {
        runningSync.remove(call); // RACE wrong-lock #2
        afterFinish();
    }

    private void finished(AsyncCall call) {
        call.perHost().decrementAndGet();
        synchronized (this) {
            if (!running.remove(call)) {
                throw new AssertionError("not running");
            }
        }
        afterFinish();
    }

    private void afterFinish() {
        Runnable callback;
        synchronized (this) {
            callback = idleCallback;
        }
        if (!promote() && callback != null) {
            callback.run();
        }
    }

    /** Puts a call back to the front, e.g. after a dropped connection. */
    public synchronized void retry(AsyncCall call) {
        retried++;
        ready.addFirst(call);
    }

    public synchronized int runningCount() {
        return running.size() + runningSync.size();
    }

    public synchronized int rejected() {
        return rejected;
    }

    /** A call to be executed. */
    public abstract static class AsyncCall implements Runnable {
        private final String host;
        private volatile AtomicInteger perHost = new AtomicInteger();

        protected AsyncCall(String host) {
            this.host = host;
        }

        String host() {
            return host;
        }

        AtomicInteger perHost() {
            return perHost;
        }

        void shareCounter(AsyncCall other) {
            perHost = other.perHost;
        }
    }
}
