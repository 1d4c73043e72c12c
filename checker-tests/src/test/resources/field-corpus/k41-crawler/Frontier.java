package k41;

import java.net.URI;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** URLs still to fetch. */
public class Frontier {
    private final Set<String> seen = Collections.synchronizedSet(new HashSet<>());
    private final BlockingQueue<URI> queue = new LinkedBlockingQueue<>();
    private final Map<String, Long> nextFetch = new HashMap<>();

    public void offer(URI uri) {
        String key = uri.normalize().toString();
        if (!seen.contains(key)) { // RACE check-then-act #1
            seen.add(key); // RACE check-then-act #1
            queue.add(uri);
        }
    }

    public boolean offerOnce(URI uri) {
        return seen.add(uri.normalize().toString()) && queue.add(uri);
    }

    public URI next() throws InterruptedException {
        return queue.take();
    }

    /** Milliseconds to wait before the host may be asked again. */
    public long politeness(String host, long now) {
        synchronized (nextFetch) {
            Long at = nextFetch.get(host);
            long start = at == null ? now : Math.max(now, at);
            nextFetch.put(host, start + 1000);
            return start - now;
        }
    }
}
