package eventstore;

import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** In-memory event store. Command handlers append concurrently, one projector reads the feed. */
public class EventStore {

    private final Map<String, AggregateStream> streams = new ConcurrentHashMap<>();
    private final BlockingQueue<Committed> feed = new LinkedBlockingQueue<>();
    private final AtomicLong positions = new AtomicLong();

    private AggregateStream stream(String id) {
        return streams.computeIfAbsent(id, k -> new AggregateStream());
    }

    public void append(String id, int expectedVersion, List<?> events) {
        AggregateStream s = stream(id);
        if (s.version() != expectedVersion) { // RACE split-lock #1
            throw new ConcurrentModificationException(id);
        }
        s.append(events); // RACE split-lock #1
        publish(id, events);
    }

    /** Decides on the current events and retries when somebody else was faster. */
    public int execute(String id, Function<List<Object>, List<?>> decision) {
        AggregateStream s = stream(id);
        for (int attempt = 0; attempt < 10; attempt++) {
            List<Object> past = s.read(0);
            List<?> fresh = decision.apply(past);
            if (fresh.isEmpty()) {
                return past.size();
            }
            if (s.appendExpecting(past.size(), fresh)) {
                publish(id, fresh);
                return past.size() + fresh.size();
            }
        }
        throw new ConcurrentModificationException(id);
    }

    private void publish(String id, List<?> events) {
        for (Object e : events) {
            feed.add(new Committed(positions.incrementAndGet(), id, e));
        }
    }

    Committed next() throws InterruptedException {
        return feed.take();
    }

    public void snapshot(String id, Function<List<Object>, Object> fold) {
        AggregateStream s = stream(id);
        List<Object> events = s.read(0);
        s.saveSnapshot(events.size(), fold.apply(events));
    }

    /** An event with its global position. */
    public record Committed(long position, String stream, Object event) {
    }
}
