package jobstore;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Job store that can pause groups of triggers. */
public class GroupedJobStore extends AbstractJobStore {

    private final long misfireThreshold;
    private final Map<String, Integer> groupSizes = new HashMap<>();
    private final Set<String> paused = new HashSet<>();
    private final Set<Trigger> parked = new HashSet<>();

    public GroupedJobStore(long misfireThreshold) {
        this.misfireThreshold = misfireThreshold;
    }

    @Override
    protected boolean applyMisfire(Trigger trigger) {
        if (paused.contains(trigger.group())) {
            parked.add(trigger);
            return true;
        }
        long late = System.currentTimeMillis() - trigger.fireTime();
        if (late > misfireThreshold) {
            misfires++;
        }
        return false;
    }

    @Override
    protected void stored(Trigger trigger) {
        groupSizes.merge(trigger.group(), 1, Integer::sum);
    }

    @Override
    public boolean remove(String key) {
        Trigger old = triggers.remove(key); // RACE wrong-lock #1
        if (old == null) {
            return false;
        }
        timeline.remove(old); // RACE wrong-lock #1
        groupSizes.computeIfPresent(old.group(), (g, n) -> n > 1 ? n - 1 : null); // RACE wrong-lock #1
        return true;
    }

    public synchronized void pauseGroup(String group) {
        paused.add(group);
    }

    public synchronized void resumeGroup(String group) {
        if (paused.remove(group)) {
            parked.removeIf(t -> {
                if (t.group().equals(group)) {
                    timeline.add(t);
                    return true;
                }
                return false;
            });
        }
    }
}
