package com.signalbox.queue;

import java.util.PriorityQueue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Tasks by priority, taken by several dispatchers. */
public class TaskQueue {
    private final PriorityBlockingQueue<Task> ready = new PriorityBlockingQueue<>();
    private final DelayQueue<Task> delayed = new DelayQueue<>();
    private final ConcurrentLinkedQueue<Task> failed = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failedCount = new AtomicInteger();
    private final PriorityQueue<Task> archive = new PriorityQueue<>();
    private final ArrayBlockingQueue<Task> urgent = new ArrayBlockingQueue<>(16);
    private int archived;

    /** The next task if it is at least as urgent as the given priority. */
    public Task takeIfUrgent(int priority) {
        Task t = ready.peek();
        if (t != null && t.priority() >= priority) {
            ready.poll(); // RACE check-then-act #1
            return t;
        }
        return null;
    }

    public Task take() {
        Task u = urgent.poll();
        return u != null ? u : ready.poll();
    }

    public void submit(Task t) {
        if (t.priority() > 9 && urgent.offer(t)) {
            return;
        }
        ready.add(t);
    }

    public void later(Task t) {
        delayed.add(t);
    }

    /** Moves what is due; one clock thread. */
    void promote() throws InterruptedException {
        Task t = delayed.take();
        ready.add(t);
        while ((t = delayed.poll()) != null) {
            ready.add(t);
        }
    }

    public void failed(Task t) {
        failed.add(t);
        if (failedCount.incrementAndGet() > 100 && failed.poll() != null) {
            failedCount.decrementAndGet();
        }
    }

    /** Puts the failed ones back in the queue. */
    public int retryFailed() {
        int n = 0;
        Task t;
        while ((t = failed.poll()) != null) {
            failedCount.decrementAndGet();
            ready.add(t);
            n++;
        }
        return n;
    }

    public void archive(Task t) {
        synchronized (archive) {
            archive.add(t);
            archived++;
        }
    }

    /** Removes the least important of the archive when it has grown too long. */
    public Task trimArchive(int max) {
        if (archived <= max) {
            return null;
        }
        synchronized (archive) {
            archived--; // RACE check-then-act #2
            return archive.poll(); // RACE check-then-act #2
        }
    }
}
