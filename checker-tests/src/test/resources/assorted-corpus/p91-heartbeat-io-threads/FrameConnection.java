package org.rabbitfoot.amqp;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Reader loop, heartbeat sender and publishing users meet in a connection. */
public class FrameConnection {
    private final DataInputStream in;
    private final DataOutputStream out;
    private final ScheduledExecutorService heartbeats = Executors.newSingleThreadScheduledExecutor();
    private volatile long lastActivity;
    private volatile boolean running = true;
    private int missedHeartbeats;
    private long framesRead;
    private long framesWritten;
    private long bytesWritten;
    private final Map<Integer, StringBuilder> channels = new TreeMap<>();
    private int nextChannel = 1;

    public FrameConnection(DataInputStream in, DataOutputStream out) {
        this.in = in;
        this.out = out;
    }

    public void start() {
        Thread t = new Thread(this::mainLoop, "amqp-reader");
        t.setDaemon(true);
        t.start();
        heartbeats.scheduleAtFixedRate(this::beat, 1, 1, TimeUnit.SECONDS);
    }

    private void mainLoop() {
        try {
            while (running) {
                int type = in.readUnsignedByte();
                int channel = in.readUnsignedShort();
                framesRead++;
                if (type == 8) {
                    missedHeartbeats = 0;
                } else {
                    handle(channel, in.readInt());
                }
            }
        } catch (IOException e) {
            running = false;
        }
    }

    private void handle(int channel, int length) throws IOException {
        byte[] body = new byte[length];
        in.readFully(body);
        synchronized (channels) {
            channels.computeIfAbsent(channel, c -> new StringBuilder()).append(new String(body));
        }
    }

    private void beat() {
        try {
            if (System.nanoTime() - lastActivity > 1_000_000_000L) {
                writeFrame(8, 0, new byte[0]);
            }
            missedHeartbeats++; // RACE rmw
        } catch (IOException e) {
            running = false;
        }
    }

    public void writeFrame(int type, int channel, byte[] body) throws IOException {
        synchronized (out) {
            out.writeByte(type);
            out.writeShort(channel);
            out.writeInt(body.length);
            out.write(body);
            framesWritten++;
        }
        bytesWritten += body.length; // RACE rmw
        lastActivity = System.nanoTime();
    }

    public int openChannel() throws IOException {
        int n;
        synchronized (channels) {
            n = nextChannel++;
            channels.put(n, new StringBuilder());
        }
        writeFrame(1, n, new byte[0]);
        return n;
    }

    public long framesRead() {
        return framesRead;
    }

    public void close() {
        running = false;
        heartbeats.shutdown();
    }
}
