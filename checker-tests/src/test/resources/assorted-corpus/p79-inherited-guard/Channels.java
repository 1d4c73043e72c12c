package org.brook.channel;

import java.util.ArrayList;
import java.util.List;

/** Base: everything mutable is guarded by the monitor of the channel. */
abstract class AbstractChannel {
    protected final List<String> interceptors = new ArrayList<String>();
    protected int sent;
    protected int dropped;
    private boolean stopped;

    public synchronized boolean send(String message) {
        if (stopped) {
            dropped++;
            return false;
        }
        boolean ok = doSend(message);
        if (ok) {
            sent++;
        }
        return ok;
    }

    /** Called with the monitor held. */
    protected abstract boolean doSend(String message);

    public synchronized void addInterceptor(String s) {
        interceptors.add(s);
    }

    public synchronized void stop() {
        stopped = true;
    }

    public synchronized int getSent() {
        return sent;
    }

    public synchronized int getDropped() {
        return dropped;
    }
}

class QueueChannel extends AbstractChannel {
    private final java.util.ArrayDeque<String> queue = new java.util.ArrayDeque<String>();
    private int peak;

    @Override
    protected boolean doSend(String message) {
        if (queue.size() >= 100) {
            dropped++;
            return false;
        }
        queue.add(message);
        peak = Math.max(peak, queue.size());
        return true;
    }

    public synchronized String receive() {
        return queue.poll();
    }

    public int purge() {
        int n;
        synchronized (this) {
            n = queue.size();
            queue.clear();
        }
        dropped += n; // RACE rmw
        return n;
    }
}

class DirectChannel extends AbstractChannel {
    private final List<Runnable> handlers = new ArrayList<Runnable>();
    private int next;
    private final Object handlerLock = new Object();

    @Override
    protected boolean doSend(String message) {
        Runnable r;
        synchronized (handlerLock) {
            if (handlers.isEmpty()) {
                return false;
            }
            r = handlers.get(next++ % handlers.size());
        }
        r.run();
        return true;
    }

    void subscribe(Runnable r) {
        synchronized (handlerLock) {
            handlers.add(r);
        }
    }

    void bulk(List<String> messages) {
        for (String m : messages) {
            if (!send(m)) {
                synchronized (handlerLock) {
                    dropped++; // RACE wrong-lock
                }
            }
        }
    }

    void intercept(String s) {
        synchronized (this) {
            if (!interceptors.contains(s)) {
                interceptors.add(s);
            }
        }
    }
}
