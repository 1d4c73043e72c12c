package sched.timers;

import java.util.PriorityQueue;

/** Runs callbacks when their time has come; any thread may schedule. */
public class TimerQueue extends Thread {
    private static class Entry implements Comparable<Entry> {
        final long due;
        final long seq;
        final Runnable body;
        boolean cancelled;

        Entry(long due, long seq, Runnable body) {
            this.due = due;
            this.seq = seq;
            this.body = body;
        }

        public int compareTo(Entry o) {
            return due != o.due ? Long.compare(due, o.due) : Long.compare(seq, o.seq);
        }
    }

    private final PriorityQueue<Entry> heap = new PriorityQueue<Entry>();
    private final Object monitor = new Object();
    private long seq;
    private long fired;
    private int cancelled;
    private boolean quit;

    public Object schedule(long delayMillis, Runnable body) {
        synchronized (monitor) {
            Entry e = new Entry(System.currentTimeMillis() + delayMillis, seq++, body);
            heap.add(e); // MAYBE
            if (heap.peek() == e) {
                monitor.notify();
            }
            return e;
        }
    }

    public void cancel(Object handle) {
        Entry e = (Entry) handle;
        if (!e.cancelled) { // MAYBE
            e.cancelled = true; // MAYBE
            cancelled++; // RACE rmw
        }
        heap.remove(e); // RACE unsafe-collection
    }

    public void quit() {
        synchronized (monitor) {
            quit = true;
            monitor.notify();
        }
    }

    @Override
    public void run() {
        for (;;) {
            Entry e;
            synchronized (monitor) {
                while (!quit && (heap.isEmpty() || heap.peek().due > System.currentTimeMillis())) {
                    try {
                        if (heap.isEmpty()) {
                            monitor.wait();
                        } else {
                            monitor.wait(Math.max(1, heap.peek().due - System.currentTimeMillis()));
                        }
                    } catch (InterruptedException x) {
                        return;
                    }
                }
                if (quit) {
                    return;
                }
                e = heap.poll(); // MAYBE
            }
            if (!e.cancelled) {
                fired++;
                e.body.run();
            }
        }
    }

    public long fired() {
        return fired;
    }

    public int cancelled() {
        return cancelled;
    }
}
