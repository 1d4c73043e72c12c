package jobcounters;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A set of named counters, grouped. Counters may be incremented by the map threads of a task while
 * the reporter thread reads them.
 */
public class Counters implements Iterable<Counters.Group> {

    private final Map<String, Group> groups = new ConcurrentSkipListMap<>();
    private boolean writeAllCounters = true;

    public static class Counter {
        private final String name;
        private String displayName;
        private long value;

        Counter(String name) {
            this.name = name;
            this.displayName = name;
        }

        public synchronized void increment(long incr) {
            value += incr;
        }

        public synchronized long getValue() {
            return value;
        }

        public synchronized void setDisplayName(String displayName) {
            this.displayName = displayName;
        }

        public synchronized String getDisplayName() {
            return displayName;
        }

        public String getName() {
            return name;
        }

        synchronized long takeValue() {
            long v = value;
            value = 0;
            return v;
        }
    }

    public static class Group {
        private final String name;
        private final Map<String, Counter> counters = new ConcurrentSkipListMap<>();
        private int undefined;

        Group(String name) {
            this.name = name;
        }

        public String getName() {
            return name;
        }

        public Counter findCounter(String counterName) {
            Counter c = counters.get(counterName);
            if (c == null) {
                Counter fresh = new Counter(counterName);
                c = counters.putIfAbsent(counterName, fresh);
                if (c == null) {
                    c = fresh;
                    noteUndefined();
                }
            }
            return c;
        }

        private synchronized void noteUndefined() {
            undefined++;
        }

        public synchronized int undefined() {
            return undefined;
        }

        void addAll(Group other) {
            for (Counter c : other.counters.values()) {
                findCounter(c.getName()).increment(c.getValue());
            }
        }
    }

    public synchronized Group getGroup(String groupName) {
        Group group = groups.get(groupName);
        if (group == null) {
            group = new Group(groupName);
            groups.put(groupName, group);
        }
        return group;
    }

    public void increment(Enum<?> key, long amount) {
        getGroup(key.getDeclaringClass().getName()).findCounter(key.name()).increment(amount);
    }

    public void incrAllCounters(Counters other) {
        for (Group otherGroup : other) {
            getGroup(otherGroup.getName()).addAll(otherGroup);
        }
    }

    public static Counters sum(Counters a, Counters b) {
        Counters counters = new Counters();
        counters.incrAllCounters(a);
        counters.incrAllCounters(b);
        return counters;
    }

    public synchronized boolean toggleWriteAll() {
        writeAllCounters = !writeAllCounters;
        return writeAllCounters;
    }

    @Override
    public Iterator<Group> iterator() {
        return groups.values().iterator();
    }
}
