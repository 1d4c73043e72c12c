package org.limpet.fetch;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Serves segments out of memory; used by the tests of the downloader. */
public class MemorySource implements SegmentSource {
    private final Map<String, byte[]> files;
    private final AtomicLong reads = new AtomicLong();
    private final Map<String, BitSet> coverage = new HashMap<>();

    public MemorySource(Map<String, byte[]> files) {
        this.files = Map.copyOf(files);
        for (String name : files.keySet()) {
            coverage.put(name, new BitSet());
        }
    }

    @Override
    public int read(String url, long position, byte[] into) {
        byte[] f = files.get(url);
        reads.incrementAndGet();
        if (f == null || position >= f.length) {
            return -1;
        }
        int n = (int) Math.min(into.length, f.length - position);
        System.arraycopy(f, (int) position, into, 0, n);
        BitSet seen = coverage.get(url);
        synchronized (seen) {
            seen.set((int) position, (int) position + n);
        }
        return n;
    }

    public boolean complete(String url) {
        BitSet seen = coverage.get(url);
        synchronized (seen) {
            return seen.cardinality() == files.get(url).length;
        }
    }
}
