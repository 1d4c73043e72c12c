package org.wirefmt.codec;

import java.nio.charset.StandardCharsets;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** Encoders are per thread, decoders per connection; the factory is shared. */
public final class CodecFactory {
    private static final ThreadLocal<SimpleDateFormat> DATES =
        ThreadLocal.withInitial(() -> new SimpleDateFormat("yyyy-MM-dd"));
    private static final ThreadLocal<int[]> DEPTH = ThreadLocal.withInitial(() -> new int[1]);

    private final ThreadLocal<Encoder> encoders = ThreadLocal.withInitial(Encoder::new);
    private final ConcurrentMap<String, AtomicLong> usage = new ConcurrentHashMap<>();

    public byte[] encode(String kind, String body) {
        usage.computeIfAbsent(kind, k -> new AtomicLong()).incrementAndGet();
        int[] depth = DEPTH.get();
        depth[0]++;
        try {
            return encoders.get().encode(DATES.get().format(new Date()) + body);
        } finally {
            depth[0]--;
        }
    }

    public Decoder newDecoder() {
        return new Decoder();
    }

    static final class Encoder {
        private byte[] scratch = new byte[64];
        private int calls;

        byte[] encode(String s) {
            byte[] raw = s.getBytes(StandardCharsets.UTF_8);
            if (scratch.length < raw.length) {
                scratch = new byte[raw.length * 2];
            }
            for (int i = 0; i < raw.length; i++) {
                scratch[i] = (byte) (raw[i] ^ calls);
            }
            calls++;
            return java.util.Arrays.copyOf(scratch, raw.length);
        }
    }
}
