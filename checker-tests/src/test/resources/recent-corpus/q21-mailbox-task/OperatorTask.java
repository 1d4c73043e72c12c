package org.streamloom.mailbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A task: processes records and, between two of them, its letters. */
public class OperatorTask implements Runnable {

    private final Supplier<String> input;
    private final Timer timer = new Timer("processing-time", true);
    private final Map<String, Integer> keyedState = new HashMap<>();
    private Mailbox mailbox;
    private long processed;
    private long checkpoints;
    private int timersFired;
    private boolean running = true;
    private final CompletableFuture<Mailbox> ready = new CompletableFuture<>();

    public OperatorTask(Supplier<String> input) {
        this.input = input;
    }

    @Override
    public void run() {
        mailbox = new Mailbox(Thread.currentThread());
        ready.complete(mailbox);
        registerTimer(500);
        try {
            while (running) {
                if (mailbox.createBatch()) {
                    mailbox.tryTakeFromBatch().ifPresent(Runnable::run);
                }
                String rec = input.get();
                if (rec == null) {
                    mailbox.take().run();
                } else {
                    keyedState.merge(rec, 1, Integer::sum);
                    processed++;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void registerTimer(long delay) {
        final Mailbox box = mailbox;
        timer.schedule(new TimerTask() {
            @Override
            public void run() {
                box.put(() -> onTimer());
            }
        }, delay);
    }

    private void onTimer() {
        timersFired++;
        keyedState.values().removeIf(n -> n == 0);
        registerTimer(500);
    }

    /** Called by the coordinator's RPC thread. */
    public CompletableFuture<Map<String, Integer>> triggerCheckpoint(long id) {
        CompletableFuture<Map<String, Integer>> result = new CompletableFuture<>();
        ready.thenAccept(box -> box.put(() -> {
            checkpoints++;
            keyedState.put("__chk", (int) id);
            result.complete(new HashMap<>(keyedState));
        }));
        return result;
    }

    public void cancel() {
        ready.thenAccept(box -> box.put(() -> running = false));
    }
}
