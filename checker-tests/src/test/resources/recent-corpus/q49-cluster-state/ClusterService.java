package org.ringmesh.cluster;

import java.util.List;
import java.util.logging.Logger;

/** Reacts to what the transport and the fault detection tell. */
public class ClusterService implements TransportHandler, FaultListener {

    private static final Logger LOG = Logger.getLogger(ClusterService.class.getName());

    private final ClusterState state;

    public ClusterService(ClusterState state) {
        this.state = state;
    }

    @Override
    public void messageReceived(String node, String action) {
        switch (action) {
            case "join":
                join(node);
                break;
            case "elect":
                if (state.electMaster(node)) {
                    LOG.info("master is " + node);
                }
                break;
            case "allocate":
                state.setShards(node, state.shardsOn(node) + 1); // RACE split-lock
                break;
            case "relocate":
                synchronized (state) {
                    state.setShards(node, state.shardsOn(node) - 1);
                    state.setVersion(state.getVersion() + 1);
                }
                break;
            default:
                LOG.warning("unknown action " + action);
        }
    }

    private void join(String node) {
        List<String> nodes = state.getNodes(); // RACE split-lock #1
        if (!nodes.contains(node)) {
            nodes.add(node);
            state.setNodes(nodes); // RACE split-lock #1
        }
        synchronized (state) {
            state.setVersion(state.getVersion() + 1);
        }
    }

    @Override
    public void nodeFailed(String node) {
        synchronized (state) {
            List<String> nodes = state.getNodes();
            nodes.remove(node);
            state.setNodes(nodes);
            state.setFailures(state.getFailures() + 1);
            if (node.equals(state.getMaster())) {
                state.setMaster(null);
            }
        }
    }

    @Override
    public void pingTimeout(String node, int tries) {
        LOG.fine(node + " did not answer " + tries + " times");
        int failures = state.getFailures(); // RACE split-lock #2
        if (tries > 3) {
            state.setFailures(failures + 1); // RACE split-lock #2
        }
    }
}
