package journal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** One segment of the journal; guarded by the lock of the journal that owns it. */
final class Segment {

    private final long firstIndex;
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private int entries;
    private int size;

    Segment(long firstIndex) {
        this.firstIndex = firstIndex;
    }

    void write(ByteBuffer entry) {
        int length = entry.remaining();
        byte[] copy = new byte[length];
        entry.get(copy);
        data.write(length >>> 24);
        data.write(length >>> 16);
        data.write(length >>> 8);
        data.write(length);
        data.write(copy, 0, length);
        entries++;
        size += length;
    }

    long firstIndex() {
        return firstIndex;
    }

    long lastIndex() {
        return firstIndex + entries - 1;
    }

    int size() {
        return size;
    }
}
