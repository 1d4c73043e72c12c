package org.example.rocketmq.store;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** Appends messages of all topics to one log. Called by the send thread pool. */
public class CommitLog {

    /** Lock for very short sections. */
    public interface PutMessageLock {
        void lock();

        void unlock();
    }

    static class PutMessageSpinLock implements PutMessageLock {
        private final AtomicBoolean putMessageSpinLock = new AtomicBoolean(true);

        @Override
        public void lock() {
            boolean flag;
            do {
                flag = putMessageSpinLock.compareAndSet(true, false);
            } while (!flag);
        }

        @Override
        public void unlock() {
            putMessageSpinLock.compareAndSet(false, true);
        }
    }

    static class PutMessageReentrantLock implements PutMessageLock {
        private final ReentrantLock delegate = new ReentrantLock();

        @Override
        public void lock() {
            delegate.lock();
        }

        @Override
        public void unlock() {
            delegate.unlock();
        }
    }

    private final PutMessageLock putMessageLock;
    private final Map<String, Long> topicQueueTable = new HashMap<>(1024);
    private final ByteBuffer mapped = ByteBuffer.allocate(1 << 24);
    private final AtomicInteger wrotePosition = new AtomicInteger();
    private long beginTimeInLock;
    private int messages;
    private int rejected;

    public CommitLog(boolean useReentrantLock) {
        this.putMessageLock = useReentrantLock ? new PutMessageReentrantLock() : new PutMessageSpinLock();
    }

    public long putMessage(String topicQueue, byte[] body) {
        putMessageLock.lock();
        try {
            beginTimeInLock = System.currentTimeMillis();
            long result = appendMessage(topicQueue, body);
            if (result < 0) {
                rejected++;
            }
            beginTimeInLock = 0;
            return result;
        } finally {
            putMessageLock.unlock();
        }
    }

    private long appendMessage(String topicQueue, byte[] body) {
        int currentPos = wrotePosition.get();
        if (currentPos + body.length > mapped.capacity()) {
            return -1;
        }
        Long queueOffset = topicQueueTable.get(topicQueue);
        if (queueOffset == null) {
            queueOffset = 0L;
            topicQueueTable.put(topicQueue, queueOffset);
        }
        mapped.position(currentPos);
        mapped.put(body);
        wrotePosition.set(currentPos + body.length);
        topicQueueTable.put(topicQueue, ++queueOffset);
        messages++;
        return queueOffset - 1;
    }

    public void recoverTopicQueueTable(Map<String, Long> table) {
        putMessageLock.lock();
        try {
            topicQueueTable.clear();
            topicQueueTable.putAll(table);
        } finally {
            putMessageLock.unlock();
        }
    }

    int readablePosition() {
        return wrotePosition.get();
    }

    /** Entry of the remoting layer. */
    public static void receive(CommitLog log, ExecutorService sendExecutor, String topicQueue, byte[] body) {
        Callable<Long> task = () -> log.putMessage(topicQueue, body);
        sendExecutor.submit(task);
    }
}
