package indexbuf;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Writer of a full text index; shared by all threads that index documents. */
public class IndexWriter {

    private final ReentrantLock lock = new ReentrantLock();
    private final Consumer<List<String>> flusher;
    private final long maxRam;
    private DocumentBuffer buffer = new DocumentBuffer(lock);
    private int flushes;
    private long generation;
    private volatile long flushedDocs;

    public IndexWriter(Consumer<List<String>> flusher, long maxRam) {
        this.flusher = flusher;
        this.maxRam = maxRam;
    }

    public long addDocuments(List<String> texts) {
        List<List<String>> full = new ArrayList<>();
        long g = locked(() -> {
            for (String t : texts) {
                buffer.add(t);
                if (buffer.ramBytes() > maxRam) {
                    full.add(swap());
                }
            }
            return ++generation;
        });
        full.forEach(flusher);
        return g;
    }

    public long deleteDocuments(String term) {
        return locked(() -> {
            buffer.delete(term);
            return ++generation;
        });
    }

    public void commit() {
        List<String> rest = locked(this::swap);
        if (!rest.isEmpty()) {
            flusher.accept(rest);
        }
    }

    private List<String> swap() {
        List<String> frozen = buffer.freeze();
        buffer = new DocumentBuffer(lock);
        flushes++;
        flushedDocs += frozen.size();
        return frozen;
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    public long flushedDocs() {
        return flushedDocs;
    }

    public int flushes() {
        return locked(() -> flushes);
    }
}
