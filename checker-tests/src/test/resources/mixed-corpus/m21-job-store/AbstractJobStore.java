package jobstore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * In-memory store of triggers. The scheduler thread acquires triggers while the workers complete
 * them and clients add new ones, so every public operation takes the store's monitor.
 */
public abstract class AbstractJobStore {

    protected final Map<String, Trigger> triggers = new HashMap<>();
    protected final TreeSet<Trigger> timeline = new TreeSet<>();
    protected int acquiredCount;
    protected long misfires;

    public synchronized void store(Trigger trigger) {
        Trigger old = triggers.put(trigger.key(), trigger);
        if (old != null) {
            timeline.remove(old);
        }
        timeline.add(trigger);
        stored(trigger);
    }

    public synchronized boolean remove(String key) {
        Trigger old = triggers.remove(key);
        if (old == null) {
            return false;
        }
        timeline.remove(old);
        return true;
    }

    /** Hands out the triggers due until the given time. */
    public synchronized List<Trigger> acquire(long noLaterThan, int max) {
        List<Trigger> result = new ArrayList<>();
        while (result.size() < max && !timeline.isEmpty()) {
            Trigger next = timeline.first();
            if (next.fireTime() > noLaterThan) {
                break;
            }
            timeline.pollFirst();
            if (applyMisfire(next)) {
                continue;
            }
            acquiredCount++;
            result.add(next);
        }
        return result;
    }

    public synchronized void complete(Trigger trigger, long nextFireTime) {
        acquiredCount--;
        if (!triggers.containsKey(trigger.key())) {
            return;
        }
        if (nextFireTime < 0) {
            triggers.remove(trigger.key());
        } else {
            Trigger again = trigger.at(nextFireTime);
            triggers.put(trigger.key(), again);
            timeline.add(again);
        }
    }

    /** Gives an acquired trigger back without having run it. */
    public void giveBack(Trigger trigger) {
        synchronized (this) {
            acquiredCount--;
            if (triggers.containsKey(trigger.key())) {
                timeline.add(trigger);
            }
        }
    }

    /** Called with the monitor held. */
    protected abstract boolean applyMisfire(Trigger trigger);

    /** Called with the monitor held, after a trigger has been stored. */
    protected void stored(Trigger trigger) {
    }

    public synchronized long misfires() {
        return misfires;
    }

    /** A trigger. */
    public record Trigger(String key, String group, long fireTime) implements Comparable<Trigger> {
        Trigger at(long time) {
            return new Trigger(key, group, time);
        }

        @Override
        public int compareTo(Trigger o) {
            int c = Long.compare(fireTime, o.fireTime);
            return c != 0 ? c : key.compareTo(o.key);
        }
    }
}
