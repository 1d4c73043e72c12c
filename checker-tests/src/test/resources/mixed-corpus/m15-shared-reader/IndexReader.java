package reader;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/** Reader of one index generation; all search threads share it through {@link ReaderManager}. */
final class IndexReader extends RefCounted {

    private final long generation;
    private volatile ByteBuffer data;
    private final Set<Runnable> closeListeners = new CopyOnWriteArraySet<>();

    IndexReader(long generation, ByteBuffer data) {
        this.generation = generation;
        this.data = data;
    }

    long generation() {
        return generation;
    }

    byte at(int position) {
        return data.get(position);
    }

    void onClose(Runnable listener) {
        closeListeners.add(listener);
    }

    @Override
    protected void free() {
        data = null;
        closeListeners.forEach(Runnable::run);
    }
}
