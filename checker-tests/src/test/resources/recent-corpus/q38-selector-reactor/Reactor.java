package io.sparrownet.nio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One selector with its thread. Other threads talk to it through {@link #execute}. */
public class Reactor implements Runnable {

    private static final Logger LOG = Logger.getLogger(Reactor.class.getName());

    private final Selector selector;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean wakenUp = new AtomicBoolean();
    private final Map<Integer, Conn> conns = new HashMap<>();
    private volatile Thread thread;
    private int nextId;
    private int selectReturns;
    private long bytesIn;
    private long bytesOut;

    public Reactor() throws IOException {
        selector = Selector.open();
    }

    /** State of a channel, kept as the attachment of its key. */
    private final class Conn {
        private final int id = ++nextId;
        private final SocketChannel channel;
        private final Queue<ByteBuffer> pending = new ArrayDeque<>();
        private final ByteBuffer in = ByteBuffer.allocate(8192);
        private int reads;
        private SelectionKey key;

        Conn(SocketChannel channel) {
            this.channel = channel;
        }

        void onReadable() throws IOException {
            int n = channel.read(in);
            if (n < 0) {
                close();
                return;
            }
            reads++;
            bytesIn += n;
            in.flip();
            pending.add(ByteBuffer.allocate(in.remaining()).put(in).flip());
            in.clear();
            key.interestOps(key.interestOps() | SelectionKey.OP_WRITE);
        }

        void onWritable() throws IOException {
            ByteBuffer b;
            while ((b = pending.peek()) != null) {
                bytesOut += channel.write(b);
                if (b.hasRemaining()) {
                    return;
                }
                pending.remove();
            }
            key.interestOps(key.interestOps() & ~SelectionKey.OP_WRITE);
        }

        void close() throws IOException {
            conns.remove(id);
            key.cancel();
            channel.close();
        }
    }

    public boolean inEventLoop() {
        return Thread.currentThread() == thread;
    }

    public void execute(Runnable r) {
        tasks.add(r);
        if (!inEventLoop() && wakenUp.compareAndSet(false, true)) {
            selector.wakeup();
        }
    }

    public void register(SocketChannel ch) {
        if (inEventLoop()) {
            register0(ch);
        } else {
            execute(() -> register0(ch));
        }
    }

    private void register0(SocketChannel ch) {
        try {
            ch.configureBlocking(false);
            Conn c = new Conn(ch);
            c.key = ch.register(selector, SelectionKey.OP_READ, c);
            conns.put(c.id, c);
        } catch (ClosedChannelException e) {
            LOG.fine("closed before it was registered");
        } catch (IOException e) {
            LOG.log(Level.WARNING, "register", e);
        }
    }

    public void broadcast(byte[] data) {
        execute(() -> {
            for (Conn c : conns.values()) {
                c.pending.add(ByteBuffer.wrap(data));
                c.key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
            }
        });
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        while (selector.isOpen()) {
            try {
                wakenUp.set(false);
                if (selector.select(500) == 0) {
                    selectReturns++;
                }
                processKeys();
                for (Runnable r = tasks.poll(); r != null; r = tasks.poll()) {
                    r.run();
                }
            } catch (IOException e) {
                LOG.log(Level.WARNING, "loop, " + selectReturns + " empty", e);
            }
        }
    }

    private void processKeys() throws IOException {
        for (Iterator<SelectionKey> it = selector.selectedKeys().iterator(); it.hasNext(); ) {
            SelectionKey k = it.next();
            it.remove();
            Conn c = (Conn) k.attachment();
            if (k.isReadable()) {
                c.onReadable();
            }
            if (k.isValid() && k.isWritable()) {
                c.onWritable();
            }
        }
    }
}
