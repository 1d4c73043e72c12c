package brokerqueue;

import java.util.ArrayList;
import java.util.List;

public class Subscription {

    private final boolean exclusive;
    private final List<String> dispatched = new ArrayList<>();

    public Subscription(boolean exclusive) {
        this.exclusive = exclusive;
    }

    public boolean isExclusive() {
        return exclusive;
    }

    public synchronized void add(String id) {
        dispatched.add(id);
    }

    public synchronized List<String> unacknowledged() {
        return new ArrayList<>(dispatched);
    }
}
