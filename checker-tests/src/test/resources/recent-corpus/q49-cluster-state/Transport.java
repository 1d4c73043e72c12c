package org.ringmesh.cluster;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

interface TransportHandler {
    void messageReceived(String node, String action);
}

interface FaultListener {
    void nodeFailed(String node);

    void pingTimeout(String node, int tries);
}

/** Delivers messages and watches the nodes. */
public class Transport {

    private final ExecutorService generic = Executors.newCachedThreadPool();
    private final ConcurrentLinkedQueue<String> watched = new ConcurrentLinkedQueue<>();
    private final TransportHandler handler;
    private final FaultListener faults;
    private final Timer pinger = new Timer("pinger", true);

    Transport(TransportHandler handler, FaultListener faults) {
        this.handler = handler;
        this.faults = faults;
        pinger.schedule(new Ping(), 1000, 1000);
    }

    public static Transport create() {
        ClusterService service = new ClusterService(new ClusterState());
        return new Transport(service, service);
    }

    public void deliver(String node, String action) {
        watched.add(node);
        generic.execute(() -> handler.messageReceived(node, action));
    }

    private class Ping extends TimerTask {
        private int tries;

        @Override
        public void run() {
            String node = watched.poll();
            if (node == null) {
                tries = 0;
                return;
            }
            tries++;
            if (tries > 10) {
                faults.nodeFailed(node);
            } else {
                String n = node;
                int t = tries;
                generic.execute(() -> faults.pingTimeout(n, t));
            }
        }
    }
}
