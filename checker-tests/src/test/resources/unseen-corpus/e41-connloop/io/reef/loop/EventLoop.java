package io.reef.loop;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** All state of the connections of a loop is touched on the loop's thread. */
public final class EventLoop implements Runnable {
    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Queue<Connection> dirty = new ArrayDeque<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Thread thread = new Thread(this, "loop");
    private volatile boolean stopped;
    private volatile long ticks;
    private long flushed;

    public void start() {
        thread.start();
    }

    public void execute(Runnable r) {
        tasks.add(r);
        LockSupport.unpark(thread);
    }

    public boolean inLoop() {
        return Thread.currentThread() == thread;
    }

    @Override
    public void run() {
        while (!stopped) {
            Runnable r;
            while ((r = tasks.poll()) != null) {
                r.run();
            }
            Connection c;
            while ((c = dirty.poll()) != null) {
                flushed += c.flush();
            }
            ticks++;
            LockSupport.parkNanos(1_000_000L);
        }
    }

    void markDirty(Connection c) {
        assert inLoop();
        dirty.add(c);
    }

    public Connection open() {
        connections.incrementAndGet();
        return new Connection(this);
    }

    void closed() {
        connections.decrementAndGet();
    }

    public long ticks() {
        return ticks;
    }

    public void stop() {
        stopped = true;
    }
}
