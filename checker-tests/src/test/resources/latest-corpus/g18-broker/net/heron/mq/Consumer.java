package net.heron.mq;

import java.util.List;

/** Pulls one partition; a consumer is driven by a single polling thread. */
public class Consumer implements Runnable {
    private final Broker broker;
    private final String group;
    private final Topic.Partition partition;
    private int position;
    private long consumed;

    Consumer(Broker broker, String group, Topic.Partition partition) {
        this.broker = broker;
        this.group = group;
        this.partition = partition;
    }

    static void startAll(Broker broker, String group, Topic topic) {
        for (int i = 0; i < topic.partitionCount(); i++) {
            new Thread(new Consumer(broker, group, topic.partition(i))).start();
        }
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            List<Topic.Message> batch = partition.read(position, 100);
            position += batch.size();
            for (Topic.Message m : batch) {
                consumed += m.body().length;
                broker.commit(group, m.seq());
            }
            if (batch.isEmpty()) {
                Thread.onSpinWait();
            }
        }
    }
}
