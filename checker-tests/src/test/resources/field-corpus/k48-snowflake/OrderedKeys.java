package k48;

/** Sortable keys for the trace exporter; made by all request threads. */
public class OrderedKeys {
    private static final OrderedKeys INSTANCE = new OrderedKeys();

    private volatile long lastMillis;
    private volatile int counter;

    private OrderedKeys() {}

    public static OrderedKeys getInstance() {
        return INSTANCE;
    }

    public String next() {
        long now = System.currentTimeMillis();
        if (now > lastMillis) { // RACE check-then-act #1
            lastMillis = now; // RACE check-then-act #1
            counter = 0; // RACE check-then-act #1
        }
        int n = ++counter; // RACE rmw #2
        return Long.toString(lastMillis, 36) + '-' + n;
    }
}
