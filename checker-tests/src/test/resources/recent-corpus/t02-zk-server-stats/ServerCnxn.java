package org.example.zookeeper.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;

/** A client connection. The selector hands ready connections to the worker pool. */
class ServerCnxn {

    private final SocketChannel sock;
    private final SelectionKey sk;
    private final ServerStats stats;
    private final ExecutorService workers;
    private final ConcurrentLinkedQueue<ByteBuffer> outgoing = new ConcurrentLinkedQueue<>();
    private final ByteBuffer incoming = ByteBuffer.allocate(4096);
    private final AtomicBoolean busy = new AtomicBoolean();
    private long sessionPackets;

    ServerCnxn(SocketChannel sock, SelectionKey sk, ServerStats stats, ExecutorService workers) {
        this.sock = sock;
        this.sk = sk;
        this.stats = stats;
        this.workers = workers;
    }

    /** Called by the selector thread before each select. */
    void updateInterest() {
        if (!busy.get()) {
            sk.interestOps(SelectionKey.OP_READ | (outgoing.isEmpty() ? 0 : SelectionKey.OP_WRITE));
        }
    }

    /** Called by the selector thread for a ready key. */
    void schedule() {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        sk.interestOps(0);
        workers.execute(() -> {
            try {
                doIO();
            } catch (IOException e) {
                close();
                return;
            }
            busy.set(false);
            sk.selector().wakeup();
        });
    }

    private void doIO() throws IOException {
        int rc = sock.read(incoming);
        if (rc < 0) {
            throw new IOException("end of stream");
        }
        if (rc > 0) {
            sessionPackets++;
            stats.incrementPacketsReceived();
            incoming.clear();
        }
        ByteBuffer b;
        while ((b = outgoing.peek()) != null) {
            stats.setLastBufferSize(b.remaining());
            sock.write(b);
            if (b.hasRemaining()) {
                break;
            }
            outgoing.poll();
            stats.incrementPacketsSent();
        }
    }

    void sendBuffer(ByteBuffer bb) {
        outgoing.add(bb);
        sk.selector().wakeup();
    }

    void close() {
        try {
            sk.cancel();
            sock.close();
        } catch (IOException ignored) {
            // nothing to do
        }
    }
}
