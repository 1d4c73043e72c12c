package net.heron.mq;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A topic with a number of partitions, each an append-only list guarded by its own lock. */
final class Topic {
    private final String name;
    private final Partition[] partitions;
    private final CopyOnWriteArrayList<Listener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong sequence = new AtomicLong();
    private final AtomicInteger roundRobin = new AtomicInteger();

    Topic(String name, int count) {
        this.name = name;
        this.partitions = new Partition[count];
        for (int i = 0; i < count; i++) {
            partitions[i] = new Partition(this);
        }
    }

    long publish(byte[] body) {
        long seq = sequence.get() + 1;
        sequence.set(seq); // RACE atomic-get-then-set #1
        int p = Math.floorMod(roundRobin.getAndIncrement(), partitions.length);
        partitions[p].append(new Message(seq, body));
        for (Listener l : listeners) {
            l.onMessage(name, seq);
        }
        return seq;
    }

    void listen(Listener l) {
        listeners.addIfAbsent(l);
    }

    Partition partition(int i) {
        return partitions[i];
    }

    int partitionCount() {
        return partitions.length;
    }

    interface Listener {
        void onMessage(String topic, long seq);
    }

    record Message(long seq, byte[] body) {
    }

    static final class Partition {
        private final Topic topic;
        private final ArrayList<Message> log = new ArrayList<>();
        private long bytes;

        Partition(Topic topic) {
            this.topic = topic;
        }

        synchronized int append(Message m) {
            log.add(m);
            bytes += m.body().length;
            return log.size() - 1;
        }

        synchronized List<Message> read(int from, int max) {
            return new ArrayList<>(log.subList(from, Math.min(log.size(), from + max)));
        }

        synchronized long bytes() {
            return bytes;
        }
    }
}
