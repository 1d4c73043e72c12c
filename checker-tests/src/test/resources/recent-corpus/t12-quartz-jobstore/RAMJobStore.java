package org.example.quartz.simpl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Job store that keeps everything in memory. Called by the scheduler thread and all workers. */
public class RAMJobStore {

    protected final Object lock = new Object();
    protected final Map<String, String> jobsByKey = new HashMap<String, String>(1000);
    protected final TreeSet<String> timeTriggers = new TreeSet<String>();
    protected final Set<String> blockedJobs = new HashSet<String>();
    protected final Map<String, Integer> executionsByGroup = new HashMap<String, Integer>();
    private final List<String> recentFailures = new ArrayList<String>();
    private static volatile long ftrCtr = System.currentTimeMillis();
    private int misfires;

    public void storeJob(String key, String jobClass, boolean replace) {
        synchronized (lock) {
            if (jobsByKey.get(key) != null && !replace) {
                throw new IllegalArgumentException("Job exists: " + key);
            }
            jobsByKey.put(key, jobClass);
            timeTriggers.add(key);
        }
    }

    protected String getFiredTriggerRecordId() {
        return String.valueOf(ftrCtr++); // RACE rmw
    }

    /** Returns the record id of the fired trigger, or null if there is nothing to fire. */
    public String[] acquireNextTrigger() {
        String key;
        synchronized (lock) {
            key = timeTriggers.pollFirst();
            if (key == null) {
                return null;
            }
            if (blockedJobs.contains(key)) {
                applyMisfire(key);
                return null;
            }
            blockedJobs.add(key);
        }
        return new String[] {key, jobsByKeySnapshot(key), getFiredTriggerRecordId()};
    }

    private String jobsByKeySnapshot(String key) {
        synchronized (lock) {
            return jobsByKey.get(key);
        }
    }

    private void applyMisfire(String key) {
        misfires++;
        timeTriggers.add(key);
    }

    /** Called by the worker when the job has ended. */
    public void triggeredJobComplete(String key, boolean failed) {
        synchronized (lock) {
            blockedJobs.remove(key);
            timeTriggers.add(key);
        }
        String group = key.substring(0, Math.max(0, key.indexOf('.')));
        Integer n = executionsByGroup.get(group); // RACE check-then-act #1
        executionsByGroup.put(group, n == null ? 1 : n + 1); // RACE check-then-act #1
        if (failed) {
            recentFailures.add(key + "#" + getFiredTriggerRecordId()); // RACE unsafe-collection
        }
    }

    public String getSummary() {
        synchronized (lock) {
            return jobsByKey.size() + " jobs, " + misfires + " misfires";
        }
    }
}
