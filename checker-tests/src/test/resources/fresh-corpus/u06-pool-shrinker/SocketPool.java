package com.northwind.pool;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Pool of sockets to one back end, shared by all request threads. */
public class SocketPool {
    private static final Logger LOG = Logger.getLogger("pool");

    private final String host;
    private final int port;
    private final int max;
    private final Deque<Socket> idle = new ArrayDeque<>();
    private int created;
    private long waits;
    private int failures;

    public SocketPool(String host, int port, int max, ScheduledExecutorService housekeeper) {
        this.host = host;
        this.port = port;
        this.max = max;
        housekeeper.scheduleAtFixedRate(this::shrink, 1, 1, TimeUnit.MINUTES);
    }

    public Socket borrow() throws IOException, InterruptedException {
        synchronized (this) {
            while (idle.isEmpty() && created >= max) {
                waits++;
                wait();
            }
            Socket s = idle.pollFirst();
            if (s != null) {
                return s;
            }
            created++;
        }
        try {
            return new Socket(host, port);
        } catch (IOException e) {
            failures++; // RACE rmw
            release();
            throw e;
        }
    }

    public void giveBack(Socket s) {
        if (s.isClosed()) {
            release();
            return;
        }
        synchronized (this) {
            idle.addFirst(s);
            notify();
        }
    }

    private synchronized void release() {
        created--;
        notify();
    }

    private void shrink() {
        int surplus;
        synchronized (this) {
            surplus = idle.size() - max / 2; // RACE split-lock #1
        }
        for (int i = 0; i < surplus; i++) {
            Socket s;
            synchronized (this) {
                s = idle.removeLast(); // RACE split-lock #1
            }
            closeQuietly(s);
            release();
        }
    }

    private void closeQuietly(Socket s) {
        try {
            s.close();
        } catch (IOException e) {
            LOG.log(Level.FINE, "close", e);
        }
    }

    public synchronized String stats() {
        return created + " created, " + idle.size() + " idle, " + waits + " waits, " + failures + " failed";
    }
}

/** Same duty for file handles; shrinking decides afresh under each lock. */
class HandlePool<H extends AutoCloseable> {
    private final Deque<H> idle = new ArrayDeque<>();
    private final int keep;
    private int closed;

    HandlePool(int keep) {
        this.keep = keep;
    }

    synchronized H poll() {
        return idle.pollFirst();
    }

    synchronized void giveBack(H handle) {
        idle.addFirst(handle);
    }

    void shrink() throws Exception {
        for (;;) {
            H victim;
            synchronized (this) {
                if (idle.size() <= keep) {
                    return;
                }
                victim = idle.removeLast();
                closed++;
            }
            victim.close();
        }
    }

    synchronized int closed() {
        return closed;
    }

    void every(ScheduledExecutorService housekeeper) {
        housekeeper.scheduleWithFixedDelay(() -> {
            try {
                shrink();
            } catch (Exception e) {
                Logger.getLogger("pool").log(Level.WARNING, "shrink", e);
            }
        }, 5, 5, TimeUnit.SECONDS);
    }
}
