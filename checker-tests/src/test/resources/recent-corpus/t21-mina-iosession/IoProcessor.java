package org.example.mina.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Serves the I/O of the sessions assigned to it; the thread comes and goes with the load. */
public class IoProcessor {

    static final class IoSession {
        final SocketChannel channel;
        final Queue<ByteBuffer> writeQueue = new ConcurrentLinkedQueue<>();
        final AtomicBoolean scheduledForFlush = new AtomicBoolean();
        private long readBytes;
        private long writtenBytes;
        private int readMessages;
        private double throughput;
        private long lastReadBytes;

        IoSession(SocketChannel channel) {
            this.channel = channel;
        }

        void increaseReadBytes(long n) {
            readBytes += n;
            readMessages++;
        }

        void increaseWrittenBytes(int n) {
            writtenBytes += n;
        }

        void updateThroughput(long interval) {
            throughput = (readBytes + writtenBytes - lastReadBytes) * 1000.0 / interval;
            lastReadBytes = readBytes + writtenBytes;
        }
    }

    private final Executor executor;
    private final Selector selector;
    private final Queue<IoSession> newSessions = new ConcurrentLinkedQueue<>();
    private final Queue<IoSession> flushing = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Processor> processorRef = new AtomicReference<>();
    private final Semaphore created = new Semaphore(0);

    public IoProcessor(Executor executor) throws IOException {
        this.executor = executor;
        this.selector = Selector.open();
    }

    public IoSession add(SocketChannel ch) {
        IoSession s = new IoSession(ch);
        newSessions.add(s);
        startupProcessor();
        return s;
    }

    public void write(IoSession s, ByteBuffer b) {
        s.writeQueue.add(b);
        if (s.scheduledForFlush.compareAndSet(false, true)) {
            flushing.add(s);
            selector.wakeup();
        }
    }

    private void startupProcessor() {
        Processor p = processorRef.get();
        if (p == null) {
            p = new Processor();
            if (processorRef.compareAndSet(null, p)) {
                executor.execute(p);
                created.release();
            }
        }
        selector.wakeup();
    }

    private final class Processor implements Runnable {
        private final ArrayDeque<IoSession> retry = new ArrayDeque<>();
        private final ByteBuffer buf = ByteBuffer.allocateDirect(2048);
        private int nSessions;
        private long lastIdle = System.currentTimeMillis();

        @Override
        public void run() {
            for (;;) {
                try {
                    selector.select(1000L);
                    for (IoSession s; (s = newSessions.poll()) != null; ) {
                        s.channel.register(selector, SelectionKey.OP_READ, s);
                        nSessions++;
                    }
                    Iterator<SelectionKey> it = selector.selectedKeys().iterator();
                    while (it.hasNext()) {
                        read((IoSession) it.next().attachment());
                        it.remove();
                    }
                    flush();
                    long now = System.currentTimeMillis();
                    if (now - lastIdle > 1000) {
                        selector.keys().forEach(k -> ((IoSession) k.attachment()).updateThroughput(now - lastIdle));
                        lastIdle = now;
                    }
                    if (nSessions == 0) {
                        processorRef.set(null);
                        if (newSessions.isEmpty() || !processorRef.compareAndSet(null, this)) {
                            return;
                        }
                    }
                } catch (IOException e) {
                    System.getLogger("mina").log(System.Logger.Level.WARNING, "processor", e);
                }
            }
        }

        private void read(IoSession s) throws IOException {
            buf.clear();
            int n = s.channel.read(buf);
            if (n < 0) {
                nSessions--;
                s.channel.close();
            } else {
                s.increaseReadBytes(n);
            }
        }

        private void flush() throws IOException {
            for (IoSession s; (s = flushing.poll()) != null; ) {
                s.scheduledForFlush.set(false);
                ByteBuffer b = s.writeQueue.peek();
                if (b != null) {
                    s.increaseWrittenBytes(s.channel.write(b));
                    if (!b.hasRemaining()) {
                        s.writeQueue.poll();
                    }
                    if (!s.writeQueue.isEmpty()) {
                        retry.add(s);
                    }
                }
            }
            while (!retry.isEmpty()) {
                IoSession s = retry.poll();
                if (s.scheduledForFlush.compareAndSet(false, true)) {
                    flushing.add(s);
                }
            }
        }
    }
}
