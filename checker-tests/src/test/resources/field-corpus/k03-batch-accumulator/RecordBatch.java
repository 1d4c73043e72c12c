package k03;

import java.util.ArrayList;
import java.util.List;

/** Not thread-safe: the accumulator that owns the batch guards it. */
final class RecordBatch {
    private final int limit;
    private final List<byte[]> records = new ArrayList<>();
    private int bytes;

    RecordBatch(int limit) {
        this.limit = limit;
    }

    boolean tryAppend(byte[] record) {
        if (bytes + record.length > limit && !records.isEmpty()) {
            return false;
        }
        records.add(record);
        bytes += record.length;
        return true;
    }

    int bytes() {
        return bytes;
    }

    List<byte[]> drain() {
        return List.copyOf(records);
    }
}
