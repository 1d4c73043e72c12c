package com.signalbox.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

public class Dispatchers {
    private final TaskQueue queue = new TaskQueue();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running = true;

    public void start(int n) {
        for (int i = 0; i < n; i++) {
            int level = i;
            threads.add(new Thread(() -> dispatch(level), "dispatch-" + i));
        }
        threads.add(new Thread(this::clock, "clock"));
        threads.forEach(Thread::start);
    }

    public void submit(Task t) {
        if (t.getDelay(TimeUnit.MILLISECONDS) > 0) {
            queue.later(t);
        } else {
            queue.submit(t);
        }
    }

    private void dispatch(int level) {
        int idle = 0;
        while (running) {
            Task t = level == 0 ? queue.take() : queue.takeIfUrgent(level);
            if (t == null) {
                if (++idle % 1000 == 0) {
                    queue.retryFailed();
                    queue.trimArchive(500);
                }
                Thread.onSpinWait();
            } else if (t.run()) {
                queue.archive(t);
            } else {
                queue.failed(t);
            }
        }
    }

    private void clock() {
        try {
            while (running) {
                queue.promote();
            }
        } catch (InterruptedException e) {
            running = false;
        }
    }

    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
    }
}
