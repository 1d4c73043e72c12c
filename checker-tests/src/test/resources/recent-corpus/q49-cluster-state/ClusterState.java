package org.ringmesh.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a node knows of its cluster. All methods are synchronised. */
public class ClusterState {
    private long version;
    private String master;
    private int failures;
    private Map<String, Integer> shards = new HashMap<>();
    private List<String> nodes = new ArrayList<>();

    public synchronized long getVersion() {
        return version;
    }

    public synchronized void setVersion(long version) {
        this.version = version;
    }

    public synchronized String getMaster() {
        return master;
    }

    public synchronized void setMaster(String master) {
        this.master = master;
    }

    public synchronized int getFailures() {
        return failures;
    }

    public synchronized void setFailures(int failures) {
        this.failures = failures;
    }

    public synchronized List<String> getNodes() {
        return new ArrayList<>(nodes);
    }

    public synchronized void setNodes(List<String> nodes) {
        this.nodes = new ArrayList<>(nodes);
    }

    public synchronized int shardsOn(String node) {
        return shards.getOrDefault(node, 0);
    }

    public synchronized void setShards(String node, int n) {
        shards.put(node, n);
    }

    public synchronized boolean electMaster(String candidate) {
        if (master != null) {
            return false;
        }
        master = candidate;
        version++;
        return true;
    }
}
