package io.hookline.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Policy on when asynchronous calls are executed. Thread safe. */
public final class CallDispatcher {

    private int maxRequests = 64;
    private int maxPerHost = 5;
    private Runnable idleCallback;
    private ExecutorService executor;
    private int promoted;
    private final Deque<AsyncCall> ready = new ArrayDeque<>();
    private final Deque<AsyncCall> running = new ArrayDeque<>();

    private synchronized ExecutorService executorService() {
        if (executor == null) {
            executor = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 60, TimeUnit.SECONDS, new SynchronousQueue<>());
        }
        return executor;
    }

    public void setMaxRequests(int max) {
        synchronized (this) {
            maxRequests = max;
        }
        promoteAndExecute();
    }

    public synchronized void setIdleCallback(Runnable r) {
        idleCallback = r;
    }

    public void enqueue(AsyncCall call) {
        synchronized (this) {
            ready.add(call);
            AsyncCall existing = findExisting(call.host);
            if (existing != null) {
                call.reuseCallsPerHostFrom(existing);
            }
        }
        promoteAndExecute();
    }

    private AsyncCall findExisting(String host) {
        for (AsyncCall c : running) {
            if (c.host.equals(host)) {
                return c;
            }
        }
        for (AsyncCall c : ready) {
            if (c.host.equals(host)) {
                return c;
            }
        }
        return null;
    }

    private boolean promoteAndExecute() {
        assert !Thread.holdsLock(this);
        List<AsyncCall> executable = new ArrayList<>();
        boolean isRunning;
        synchronized (this) {
            for (Iterator<AsyncCall> i = ready.iterator(); i.hasNext(); ) {
                AsyncCall c = i.next();
                if (running.size() >= maxRequests) {
                    break;
                }
                if (c.callsPerHost.get() >= maxPerHost) {
                    continue;
                }
                i.remove();
                promote(c, executable);
            }
            isRunning = !running.isEmpty();
        }
        for (AsyncCall c : executable) {
            executorService().execute(c);
        }
        return isRunning;
    }

    private void promote(AsyncCall c, List<AsyncCall> executable) {
        assert Thread.holdsLock(this);
        c.callsPerHost.incrementAndGet();
        executable.add(c);
        running.add(c);
        promoted++;
    }

    void finished(AsyncCall call) {
        call.callsPerHost.decrementAndGet();
        Runnable callback;
        synchronized (this) {
            if (!running.remove(call)) {
                throw new AssertionError("Call wasn't in-flight!");
            }
            callback = idleCallback;
        }
        if (!promoteAndExecute() && callback != null) {
            callback.run();
        }
    }

    public synchronized int promotedCount() {
        return promoted;
    }

    /** One call. */
    public final class AsyncCall implements Runnable {
        private final String host;
        private volatile AtomicInteger callsPerHost = new AtomicInteger();
        private int attempts;

        public AsyncCall(String host) {
            this.host = host;
        }

        void reuseCallsPerHostFrom(AsyncCall other) {
            this.callsPerHost = other.callsPerHost;
        }

        @Override
        public void run() {
            try {
                do {
                    attempts++;
                } while (attempts < 3 && !tryOnce());
            } finally {
                finished(this);
            }
        }

        private boolean tryOnce() {
            return host.length() > 0;
        }
    }
}
