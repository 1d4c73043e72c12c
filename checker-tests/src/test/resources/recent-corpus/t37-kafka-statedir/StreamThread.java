package org.example.kafka.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;

class StreamThread extends Thread {

    private final StateDirectory dir;
    private final BlockingQueue<String[]> records;
    private final List<String> revived = new ArrayList<>();
    private volatile boolean running = true;
    private int processed;
    private int commits;

    StreamThread(StateDirectory dir, BlockingQueue<String[]> records, int idx) {
        super("StreamThread-" + idx);
        this.dir = dir;
        this.records = records;
    }

    @Override
    public void run() {
        try {
            while (running) {
                String[] rec = records.take();
                if (!dir.lock(rec[0])) {
                    revived.add(rec[0]);
                    records.put(rec);
                    continue;
                }
                try {
                    StateDirectory.TaskStore store = dir.storeOf(rec[0]);
                    store.put(rec[1], 1);
                    if (++processed % 100 == 0) {
                        store.flush();
                        commits++;
                    }
                } finally {
                    dir.unlock(rec[0]);
                }
            }
        } catch (InterruptedException e) {
            System.getLogger("streams").log(System.Logger.Level.INFO, "{0}: {1} commits, {2}", getName(), commits, revived);
        }
    }

    void shutdown() {
        running = false;
        interrupt();
    }
}
