package io.filament.codec;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Stateless from outside: one codec is shared by all channels. */
public final class FrameCodec {
    private static final int MAGIC = 0x7E;

    private final Map<Integer, String> names = new ConcurrentHashMap<>();
    private byte[] scratch = new byte[1024];
    private int scratchUsed;
    private long encoded;
    private final AtomicLong decoded = new AtomicLong();

    public byte[] encode(Frame f) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(MAGIC);
        out.write(f.type());
        for (byte b : f.payload()) {
            if (b == MAGIC) {
                out.write(0x7D);
            }
            out.write(b);
        }
        encoded++; // RACE read-modify-write #1
        return out.toByteArray();
    }

    /** Decodes a whole frame. */
    public Frame decode(byte[] wire) {
        scratchUsed = 0; // RACE read-modify-write #2
        for (int i = 2; i < wire.length; i++) {
            if (wire[i] == 0x7D) {
                i++;
            }
            scratch[scratchUsed++] = wire[i]; // RACE read-modify-write #2
        }
        decoded.incrementAndGet();
        return new Frame(wire[1], Arrays.copyOf(scratch, scratchUsed));
    }

    /** Readable name of a frame type. */
    public String nameOf(int type) {
        String n = names.get(type);
        if (n == null) {
            n = "frame-0x" + Integer.toHexString(type);
            names.put(type, n);
        }
        return n;
    }

    public String stats() {
        return encoded + " out, " + decoded.get() + " in";
    }
}
