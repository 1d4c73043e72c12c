package org.example.rocketmq.broker;

import java.util.concurrent.ExecutorService;

class PullProcessor {

    private final ConsumerOffsetManager offsets;
    private final ExecutorService pullExecutor;
    private final ExecutorService adminExecutor;

    PullProcessor(ConsumerOffsetManager offsets, ExecutorService pullExecutor, ExecutorService adminExecutor) {
        this.offsets = offsets;
        this.pullExecutor = pullExecutor;
        this.adminExecutor = adminExecutor;
    }

    void onPull(String group, String topic, int queueId, long offset) {
        pullExecutor.submit(() -> {
            offsets.commitOffset(group, topic, queueId, offset);
            offsets.commitPullOffset(group, queueId, offset + 32);
        });
    }

    void onReset(String group, int queueId, long offset) {
        adminExecutor.submit(() -> {
            offsets.assignResetOffset(group, queueId, offset);
            offsets.commitMax(group, queueId, offset);
        });
    }
}
