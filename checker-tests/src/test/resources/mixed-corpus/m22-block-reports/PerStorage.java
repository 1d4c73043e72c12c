package reports;

import java.util.HashMap;
import java.util.Map;

/** Pending blocks of one storage; guarded by the monitor of the manager. */
final class PerStorage {

    final String storage;
    private Map<Long, Boolean> blocks = new HashMap<>();

    PerStorage(String storage) {
        this.storage = storage;
    }

    void put(long block, boolean deleted) {
        blocks.put(block, deleted);
    }

    void remove(long block) {
        blocks.remove(block);
    }

    boolean isEmpty() {
        return blocks.isEmpty();
    }

    Map<Long, Boolean> removeAll() {
        Map<Long, Boolean> all = blocks;
        blocks = new HashMap<>();
        return all;
    }

    int putMissing(Map<Long, Boolean> older) {
        int n = 0;
        for (Map.Entry<Long, Boolean> e : older.entrySet()) {
            if (blocks.putIfAbsent(e.getKey(), e.getValue()) == null) { // RACE wrong-lock #1
                n++;
            }
        }
        return n;
    }
}
