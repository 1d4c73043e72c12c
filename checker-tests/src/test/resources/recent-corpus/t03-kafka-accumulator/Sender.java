package org.example.kafka.producer;

import java.util.List;
import java.util.function.Consumer;

class Sender implements Runnable {

    private final RecordAccumulator accumulator;
    private final List<String> partitions;
    private final Consumer<ProducerBatch> wire;
    private volatile boolean running = true;

    Sender(RecordAccumulator accumulator, List<String> partitions, Consumer<ProducerBatch> wire) {
        this.accumulator = accumulator;
        this.partitions = partitions;
        this.wire = wire;
    }

    @Override
    public void run() {
        while (running) {
            for (ProducerBatch b : accumulator.drain(partitions, 1 << 20)) {
                String tp = b.toString();
                try {
                    wire.accept(b);
                } catch (RuntimeException e) {
                    b.reenqueued();
                    wire.accept(b);
                }
                accumulator.unmute(tp.substring(tp.indexOf('(') + 1, tp.indexOf(',')));
            }
        }
    }

    static Thread start(Sender s) {
        Thread t = new Thread(s, "kafka-producer-network-thread");
        t.setDaemon(true);
        t.start();
        return t;
    }
}
