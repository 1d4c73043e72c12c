package org.timberlog;

import java.util.ArrayList;
import java.util.List;

/** Base of the appenders: filtering, threshold and the serialised call of {@link #append}. */
public abstract class AppenderSkeleton {

    private final List<Filter> filters = new ArrayList<Filter>();
    private boolean closed;
    private int threshold;
    protected String name;

    /** A link in the chain of decisions. */
    public interface Filter {
        boolean accepts(int level, String message);
    }

    public synchronized void addFilter(Filter f) {
        filters.add(f);
    }

    public synchronized void setThreshold(int t) {
        threshold = t;
    }

    /** Called by any thread that logs. */
    public synchronized void doAppend(int level, String message) {
        if (closed || level < threshold) {
            return;
        }
        for (int i = 0; i < filters.size(); i++) {
            if (!filters.get(i).accepts(level, message)) {
                return;
            }
        }
        append(level, message);
    }

    public synchronized void close() {
        if (!closed) {
            closed = true;
            onClose();
        }
    }

    protected abstract void append(int level, String message);

    protected void onClose() {
    }
}
