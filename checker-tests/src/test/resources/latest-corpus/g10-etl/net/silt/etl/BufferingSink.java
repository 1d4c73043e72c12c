package net.silt.etl;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Collects rows per thread and flushes full buffers to the store. */
public class BufferingSink implements RowSink {
    private static final int FLUSH_AT = 256;

    private final ThreadLocal<List<String[]>> buffer = ThreadLocal.withInitial(ArrayList::new);
    private final Queue<List<String[]>> flushed = new ConcurrentLinkedQueue<>();
    private final AtomicLong rows = new AtomicLong();

    @Override
    public void write(String[] cells) {
        List<String[]> mine = buffer.get();
        mine.add(cells);
        if (mine.size() >= FLUSH_AT) {
            flushed.add(new ArrayList<>(mine));
            mine.clear();
        }
        rows.incrementAndGet();
    }

    public int drain(Consumer<List<String[]>> store) {
        int n = 0;
        List<String[]> block;
        while ((block = flushed.poll()) != null) {
            store.accept(block);
            n += block.size();
        }
        return n;
    }

    public long rows() {
        return rows.get();
    }
}
