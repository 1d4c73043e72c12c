package org.example.flink.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Runs one operator; timers and checkpoints come in as mails. */
public class StreamTask implements Runnable {

    /** Queue of actions for the task's thread. */
    static final class TaskMailbox {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition notEmpty = lock.newCondition();
        private final Deque<Runnable> queue = new ArrayDeque<>();
        private final Deque<Runnable> batch = new ArrayDeque<>();
        private volatile boolean hasNewMail = false;

        void put(Runnable mail) {
            lock.lock();
            try {
                queue.addLast(mail);
                hasNewMail = true;
                notEmpty.signal();
            } finally {
                lock.unlock();
            }
        }

        boolean createBatch() {
            if (!hasNewMail) {
                return !batch.isEmpty();
            }
            lock.lock();
            try {
                Runnable mail;
                while ((mail = queue.pollFirst()) != null) {
                    batch.addLast(mail);
                }
                hasNewMail = false;
                return !batch.isEmpty();
            } finally {
                lock.unlock();
            }
        }

        Runnable tryTakeFromBatch() {
            return batch.pollFirst();
        }

        Runnable take() throws InterruptedException {
            Runnable head = batch.pollFirst();
            if (head != null) {
                return head;
            }
            lock.lockInterruptibly();
            try {
                Runnable h;
                while ((h = queue.pollFirst()) == null) {
                    notEmpty.await();
                }
                hasNewMail = !queue.isEmpty();
                return h;
            } finally {
                lock.unlock();
            }
        }
    }

    /** Supplies records; null when there is no input at the moment. */
    public interface Input {
        String pollNext();
    }

    private final TaskMailbox mailbox = new TaskMailbox();
    private final ScheduledExecutorService timerService;
    private final Input input;
    private final Map<String, Long> keyedState = new HashMap<>();
    private long currentWatermark = Long.MIN_VALUE;
    private long numRecordsIn;
    private int checkpoints;
    private boolean mailboxLoopRunning = true;

    public StreamTask(Input input, ScheduledExecutorService timerService) {
        this.input = input;
        this.timerService = timerService;
    }

    @Override
    public void run() {
        timerService.scheduleAtFixedRate(
                () -> mailbox.put(() -> advanceWatermark(System.currentTimeMillis())), 200, 200, TimeUnit.MILLISECONDS);
        try {
            while (mailboxLoopRunning) {
                if (mailbox.createBatch()) {
                    Runnable mail;
                    while ((mail = mailbox.tryTakeFromBatch()) != null) {
                        mail.run();
                    }
                }
                String record = input.pollNext();
                if (record == null) {
                    mailbox.take().run();
                } else {
                    processElement(record);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void processElement(String record) {
        numRecordsIn++;
        Long n = keyedState.get(record);
        keyedState.put(record, n == null ? 1L : n + 1);
    }

    private void advanceWatermark(long ts) {
        if (ts > currentWatermark) {
            currentWatermark = ts;
            keyedState.values().removeIf(v -> v > 1_000_000);
        }
    }

    /** RPC thread of the task manager. */
    public void triggerCheckpoint(long id) {
        mailbox.put(() -> {
            checkpoints++;
            System.getLogger("flink").log(System.Logger.Level.INFO,
                    "checkpoint {0}: {1} keys, {2} records", id, keyedState.size(), numRecordsIn);
        });
    }

    public void cancel() {
        mailbox.put(() -> mailboxLoopRunning = false);
    }

    public static Thread launch(StreamTask task) {
        Thread t = new Thread(task, "task");
        t.start();
        return t;
    }
}
