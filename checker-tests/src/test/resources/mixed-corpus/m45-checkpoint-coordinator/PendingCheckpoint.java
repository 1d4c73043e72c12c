package checkpoints;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A checkpoint in progress; guarded by the coordinator's lock. */
class PendingCheckpoint {

    private final long id;
    private final Set<String> open;
    private final Map<String, byte[]> states = new HashMap<>();
    private final CompletableFuture<Long> result = new CompletableFuture<>();
    private long bytes;

    PendingCheckpoint(long id, Set<String> tasks) {
        this.id = id;
        this.open = new HashSet<>(tasks);
    }

    boolean acknowledge(String task, byte[] state) {
        if (!open.remove(task)) {
            return false;
        }
        states.put(task, state);
        bytes += state.length;
        return true;
    }

    boolean isComplete() {
        return open.isEmpty();
    }

    CompletableFuture<Long> result() {
        return result;
    }

    long id() {
        return id;
    }

    long bytes() {
        return bytes;
    }
}
