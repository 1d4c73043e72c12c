package org.example.jenkins.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.logging.Logger;

/** A job whose builds run on the executors of several nodes. */
public class Job {

    private static final Logger LOGGER = Logger.getLogger(Job.class.getName());

    private final String name;
    private volatile int nextBuildNumber = 1;
    private final TreeMap<Integer, Build> runs = new TreeMap<Integer, Build>(Collections.reverseOrder());
    private final Map<String, Long> durationsByNode = new HashMap<String, Long>();
    private final List<String> causes = new CopyOnWriteArrayList<String>();
    private long totalDuration;
    private boolean keepDependencies;
    private Future<Build> queued;

    public Job(String name) {
        this.name = name;
    }

    /** One execution of the job. */
    public class Build implements Callable<Build> {
        final int number;
        final String node;
        private final List<String> log = new ArrayList<String>();
        private long duration;
        private int steps;

        Build(int number, String node) {
            this.number = number;
            this.node = node;
        }

        public Build call() {
            long start = System.currentTimeMillis();
            for (String cause : causes) {
                log.add("Started by " + cause);
                steps++;
            }
            duration += System.currentTimeMillis() - start;
            onCompleted(this);
            return this;
        }
    }

    public int assignBuildNumber() {
        int r = nextBuildNumber; // RACE rmw #1
        nextBuildNumber = r + 1; // RACE rmw #1
        return r;
    }

    /** Called by queue maintenance and by remote triggers. */
    public Build newBuild(String node) {
        Build b = new Build(assignBuildNumber(), node);
        synchronized (runs) {
            runs.put(b.number, b);
        }
        return b;
    }

    private void onCompleted(Build b) {
        totalDuration += b.duration; // RACE rmw
        synchronized (durationsByNode) {
            Long d = durationsByNode.get(b.node);
            durationsByNode.put(b.node, d == null ? b.duration : d + b.duration);
        }
        LOGGER.fine(name + " #" + b.number + " finished after " + b.steps + " steps");
    }

    public void addCause(String cause) {
        if (!causes.contains(cause)) { // RACE check-then-act #2
            causes.add(cause); // RACE check-then-act #2
        }
    }

    public synchronized boolean scheduleBuild(Node n) {
        if (queued != null && !queued.isDone()) {
            return false;
        }
        queued = n.submit(newBuild(n.getName()));
        return true;
    }

    public void setKeepDependencies(boolean keep) {
        keepDependencies = keep;
    }

    public void logRotate(int numToKeep) {
        synchronized (runs) {
            while (runs.size() > numToKeep && !keepDependencies) {
                runs.pollLastEntry();
            }
        }
    }

    public long averageDuration() {
        synchronized (runs) {
            return runs.isEmpty() ? 0 : totalDuration / runs.size();
        }
    }
}
