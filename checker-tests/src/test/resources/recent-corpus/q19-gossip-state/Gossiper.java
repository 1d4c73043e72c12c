package org.ringmesh.gms;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Spreads the state of the end points. Messages are delivered on the verb handler's pool. */
public class Gossiper implements VerbHandler {

    /** Generation and version of one node. */
    static final class HeartBeat {
        private final int generation;
        private int version;

        HeartBeat(int generation) {
            this.generation = generation;
        }

        int bump() {
            return ++version;
        }

        void raiseTo(int v) {
            if (v > version) {
                version = v;
            }
        }
    }

    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor();
    private final ReentrantLock taskLock = new ReentrantLock();
    private final Map<InetAddress, HeartBeat> states = new HashMap<>();
    private final Set<InetAddress> unreachable = new HashSet<>();
    private final Map<InetAddress, Long> justRemoved = new HashMap<>();
    private final HeartBeat local = new HeartBeat((int) (System.currentTimeMillis() / 1000));
    private int rounds;

    public void start() {
        ticker.scheduleWithFixedDelay(new GossipTask(), 1000, 1000, TimeUnit.MILLISECONDS);
    }

    private class GossipTask implements Runnable {
        @Override
        public void run() {
            taskLock.lock();
            try {
                local.bump();
                rounds++;
                doStatusCheck();
            } finally {
                taskLock.unlock();
            }
        }
    }

    private void doStatusCheck() {
        long now = System.currentTimeMillis();
        List<InetAddress> quarantined = new ArrayList<>(justRemoved.keySet());
        for (InetAddress a : quarantined) {
            if (now - justRemoved.get(a) > 60_000) {
                justRemoved.remove(a);
            }
        }
        for (InetAddress a : states.keySet()) {
            if (states.get(a).version == 0) {
                unreachable.add(a);
            }
        }
    }

    @Override
    public void doVerb(InetAddress from, int generation, int version) {
        if (version < 0) {
            onShutdown(from);
            return;
        }
        taskLock.lock();
        try {
            applyState(from, generation, version);
        } finally {
            taskLock.unlock();
        }
    }

    private void applyState(InetAddress from, int generation, int version) {
        if (justRemoved.containsKey(from)) {
            return;
        }
        HeartBeat hb = states.get(from);
        if (hb == null || hb.generation < generation) {
            hb = new HeartBeat(generation);
            states.put(from, hb);
        }
        hb.raiseTo(version);
        unreachable.remove(from);
    }

    private void onShutdown(InetAddress from) {
        states.remove(from); // RACE unsafe-collection
        unreachable.add(from); // RACE unsafe-collection
        taskLock.lock();
        try {
            justRemoved.put(from, System.currentTimeMillis());
        } finally {
            taskLock.unlock();
        }
    }

    /** For the management console. */
    public void assassinate(InetAddress a) {
        synchronized (this) {
            states.remove(a); // RACE wrong-lock
        }
    }

    public int rounds() {
        taskLock.lock();
        try {
            return rounds;
        } finally {
            taskLock.unlock();
        }
    }
}
