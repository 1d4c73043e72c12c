package watchtable;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

public class CountingWatcher implements Watcher {

    private final AtomicLong events = new AtomicLong();
    private final AtomicReference<String> longest = new AtomicReference<>("");
    private volatile String last;

    @Override
    public void process(String path, String event) {
        events.incrementAndGet();
        longest.accumulateAndGet(path, (a, b) -> b.length() > a.length() ? b : a);
        last = event;
    }

    public long events() {
        return events.get();
    }

    public String longest() {
        return longest.get();
    }

    public String last() {
        return last;
    }
}
