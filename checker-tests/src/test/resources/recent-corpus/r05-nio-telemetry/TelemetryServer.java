package r05niotelemetry;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Collects the samples of the delivery vans. Can be used from any thread. */
public final class TelemetryServer implements Runnable, AutoCloseable {

    private static final class Session {
        final ByteBuffer in = ByteBuffer.allocate(4096);
        long frames;
    }

    private final Selector selector;
    private final ServerSocketChannel acceptor;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Map<SocketChannel, Session> sessions = new HashMap<>();
    private volatile boolean closed;
    private long bytesIn;
    private long accepts;

    public TelemetryServer(int port) throws IOException {
        selector = Selector.open();
        acceptor = ServerSocketChannel.open();
        acceptor.bind(new InetSocketAddress(port)).configureBlocking(false);
        acceptor.register(selector, SelectionKey.OP_ACCEPT);
        Thread loop = new Thread(this, "telemetry-io");
        loop.setDaemon(true);
        loop.start();
    }

    /** Answers with the statistics and starts them anew. */
    public CompletableFuture<String> drainStatistics() {
        CompletableFuture<String> result = new CompletableFuture<>();
        tasks.add(() -> {
            result.complete("vans=" + sessions.size() + " bytes=" + bytesIn + " accepts=" + accepts);
            bytesIn = 0;
            accepts = 0;
        });
        selector.wakeup();
        return result;
    }

    @Override
    public void run() {
        try {
            while (!closed) {
                selector.select(1000);
                for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                    task.run();
                }
                for (Iterator<SelectionKey> it = selector.selectedKeys().iterator(); it.hasNext();) {
                    SelectionKey key = it.next();
                    it.remove();
                    if (key.isAcceptable()) {
                        accept();
                    } else if (key.isReadable()) {
                        read(key);
                    }
                }
            }
        } catch (IOException e) {
            System.getLogger("telemetry").log(System.Logger.Level.ERROR, "loop ended", e);
        }
    }

    private void accept() throws IOException {
        SocketChannel van = acceptor.accept();
        if (van == null) {
            return;
        }
        van.configureBlocking(false);
        Session session = new Session();
        sessions.put(van, session);
        van.register(selector, SelectionKey.OP_READ, session);
        accepts++;
    }

    private void read(SelectionKey key) throws IOException {
        SocketChannel van = (SocketChannel) key.channel();
        Session session = (Session) key.attachment();
        int n = van.read(session.in);
        if (n < 0) {
            sessions.remove(van);
            van.close();
            return;
        }
        bytesIn += n;
        session.frames++;
        session.in.clear();
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
    }
}
