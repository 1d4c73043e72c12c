package org.example.aeron.driver;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

interface Agent {
    int doWork(long now);
}

/** Runs an agent in a thread of its own; can be started once only. */
public class AgentRunner implements Runnable {
    private static final Thread TOMBSTONE = new Thread();
    private final AtomicReference<Thread> thread = new AtomicReference<>();
    private final Agent agent;
    private volatile boolean running = true;
    private long idles;
    private int consecutiveErrors;

    public AgentRunner(Agent agent) {
        this.agent = agent;
    }

    @Override
    public void run() {
        if (!thread.compareAndSet(null, Thread.currentThread())) {
            return;
        }
        while (running) {
            try {
                if (agent.doWork(System.nanoTime()) <= 0) {
                    idles++;
                    LockSupport.parkNanos(1000);
                }
                consecutiveErrors = 0;
            } catch (RuntimeException e) {
                if (++consecutiveErrors > 10) {
                    running = false;
                }
            }
        }
    }

    public void close() {
        running = false;
        Thread t = thread.getAndSet(TOMBSTONE);
        if (t != null && t != TOMBSTONE) {
            t.interrupt();
        }
    }
}
