package org.example.okhttp.http2;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A socket connection to a remote peer. Streams and pings may be started by any thread.
 */
public final class Http2Connection implements Closeable {

    private static final ExecutorService EXECUTOR = Executors.newCachedThreadPool();

    private final Socket socket;
    private final DataOutputStream writer;
    private final Map<Integer, StringBuilder> streams = new LinkedHashMap<>();
    private final Map<Integer, CountDownLatch> pings = new HashMap<>();
    private int nextStreamId = 1;
    private volatile int nextPingId = 1;
    private volatile boolean shutdown;
    private int lastGoodStreamId;
    private long unacknowledgedBytesRead;
    private long bytesLeftInWriteWindow = 65535;

    public Http2Connection(Socket socket) throws IOException {
        this.socket = socket;
        this.writer = new DataOutputStream(socket.getOutputStream());
        EXECUTOR.execute(new ReaderRunnable(new DataInputStream(socket.getInputStream())));
    }

    public int newStream() throws IOException {
        synchronized (this) {
            if (shutdown) {
                throw new IOException("shutdown");
            }
            int id = nextStreamId;
            nextStreamId += 2;
            streams.put(id, new StringBuilder());
            return id;
        }
    }

    public CountDownLatch ping() throws IOException {
        CountDownLatch ping = new CountDownLatch(1);
        int id = nextPingId; // RACE rmw #3
        nextPingId += 2; // RACE rmw #3
        pings.put(id, ping); // RACE unsafe-collection #1
        frame(6, id, 0);
        return ping;
    }

    public void writeData(int streamId, byte[] data) throws IOException {
        synchronized (this) {
            while (bytesLeftInWriteWindow < data.length) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    throw new IOException("interrupted", e);
                }
            }
            bytesLeftInWriteWindow -= data.length;
        }
        frame(0, streamId, data.length);
    }

    private void frame(int type, int id, int value) throws IOException {
        synchronized (writer) {
            writer.writeByte(type);
            writer.writeInt(id);
            writer.writeInt(value);
            writer.flush();
        }
    }

    /** Degrades this connection such that no new streams can be made; sends one GOAWAY. */
    public void shutdown() throws IOException {
        if (shutdown) { // RACE check-then-act #2
            return;
        }
        shutdown = true; // RACE check-then-act #2
        frame(7, lastGoodStreamId, 0);
    }

    @Override
    public void close() throws IOException {
        shutdown();
        socket.close();
    }

    private final class ReaderRunnable implements Runnable {
        private final DataInputStream in;
        private int frames;

        ReaderRunnable(DataInputStream in) {
            this.in = in;
        }

        @Override
        public void run() {
            try {
                while (true) {
                    int type = in.readUnsignedByte();
                    int id = in.readInt();
                    int value = in.readInt();
                    frames++;
                    handle(type, id, value);
                }
            } catch (IOException e) {
                System.getLogger("okhttp").log(System.Logger.Level.DEBUG, "closed after " + frames, e);
            }
        }

        private void handle(int type, int id, int value) throws IOException {
            switch (type) {
                case 0:
                    lastGoodStreamId = Math.max(lastGoodStreamId, id);
                    unacknowledgedBytesRead += value;
                    if (unacknowledgedBytesRead > 32768) {
                        frame(8, 0, (int) unacknowledgedBytesRead);
                        unacknowledgedBytesRead = 0;
                    }
                    break;
                case 6:
                    CountDownLatch l = pings.remove(id); // RACE unsafe-collection #1
                    if (l != null) {
                        l.countDown();
                    }
                    break;
                case 8:
                    synchronized (Http2Connection.this) {
                        bytesLeftInWriteWindow += value;
                        Http2Connection.this.notifyAll();
                    }
                    break;
                default:
                    synchronized (Http2Connection.this) {
                        streams.remove(id);
                    }
            }
        }
    }
}
