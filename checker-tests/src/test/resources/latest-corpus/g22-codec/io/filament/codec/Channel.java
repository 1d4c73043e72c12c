package io.filament.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** One connection: its reader and its writer run on different threads and share the codec. */
public final class Channel {
    private final FrameCodec codec;
    private final InputStream in;
    private final OutputStream out;
    private final ConcurrentMap<Frame, Boolean> recent = new ConcurrentHashMap<>();
    private int duplicates;
    private long sent;

    public Channel(FrameCodec codec, InputStream in, OutputStream out) {
        this.codec = codec;
        this.in = in;
        this.out = out;
    }

    public void open() {
        new Thread(this::readLoop).start();
    }

    private void readLoop() {
        byte[] buf = new byte[512];
        try {
            int n;
            while ((n = in.read(buf)) > 1) {
                Frame f = codec.decode(Arrays.copyOf(buf, n));
                if (recent.putIfAbsent(f, Boolean.TRUE) != null) {
                    duplicates++;
                }
            }
        } catch (IOException e) {
            System.err.println(codec.nameOf(0) + " " + e + ", " + duplicates + " duplicates");
        }
    }

    public void send(Frame f) throws IOException {
        byte[] wire = codec.encode(f);
        synchronized (out) {
            out.write(wire);
            sent++;
        }
    }
}
