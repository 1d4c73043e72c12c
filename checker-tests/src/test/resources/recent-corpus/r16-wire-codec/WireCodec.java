package r16wirecodec;

import java.nio.charset.StandardCharsets;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.zip.CRC32;

/** Encodes payment messages; thread safe and shared by all connections. */
public final class WireCodec {

    private static final class Scratch {
        final StringBuilder text = new StringBuilder(256);
        final CRC32 crc = new CRC32();
        final SimpleDateFormat format = new SimpleDateFormat("yyyyMMddHHmmss");
        int uses;
        long bytes;
    }

    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);
    private static final ThreadLocal<int[]> DEPTH = ThreadLocal.withInitial(() -> new int[1]);

    private final ExecutorService pool;

    public WireCodec(ExecutorService pool) {
        this.pool = pool;
    }

    public Future<byte[]> encodeLater(String from, String to, long cents) {
        return pool.submit(() -> encode(from, to, cents));
    }

    public byte[] encode(String from, String to, long cents) {
        Scratch s = SCRATCH.get();
        int[] depth = DEPTH.get();
        depth[0]++;
        try {
            s.uses++;
            s.text.setLength(0);
            s.text.append(s.format.format(new Date())).append('|');
            field(s, from);
            field(s, to);
            s.text.append(cents);
            byte[] raw = s.text.toString().getBytes(StandardCharsets.US_ASCII);
            s.crc.reset();
            s.crc.update(raw);
            s.bytes += raw.length;
            return (s.text + "#" + Long.toHexString(s.crc.getValue())).getBytes(StandardCharsets.US_ASCII);
        } finally {
            if (--depth[0] == 0 && s.uses > 10_000) {
                SCRATCH.remove();
            }
        }
    }

    private static void field(Scratch s, String value) {
        s.text.append(value.length()).append(':').append(value).append('|');
        s.bytes++;
    }
}
