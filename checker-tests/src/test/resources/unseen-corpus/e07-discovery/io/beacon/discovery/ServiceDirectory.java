package io.beacon.discovery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Client-side view of one service. Readers never block. */
public class ServiceDirectory {
    private final String service;
    private volatile List<Endpoint> endpoints = Collections.emptyList();
    private final AtomicReference<List<String>> zones = new AtomicReference<>(List.of());
    private final CopyOnWriteArrayList<Consumer<List<Endpoint>>> listeners = new CopyOnWriteArrayList<>();
    private volatile long revision;

    public ServiceDirectory(String service) {
        this.service = service;
    }

    /** Push notification from the registry connection; there may be several connections. */
    public void onRegister(Endpoint e) {
        List<Endpoint> copy = new ArrayList<>(endpoints); // RACE atomic-compound #1
        copy.add(e);
        endpoints = Collections.unmodifiableList(copy); // RACE atomic-compound #1
        fire();
    }

    public synchronized void onSnapshot(List<Endpoint> all, long rev) {
        if (rev > revision) {
            revision = rev;
        }
    }

    public void addZone(String zone) {
        List<String> before;
        List<String> after;
        do {
            before = zones.get();
            if (before.contains(zone)) {
                return;
            }
            List<String> tmp = new ArrayList<>(before);
            tmp.add(zone);
            after = List.copyOf(tmp);
        } while (!zones.compareAndSet(before, after));
    }

    public void dropZone(String zone) {
        zones.updateAndGet(old -> {
            List<String> tmp = new ArrayList<>(old);
            tmp.remove(zone);
            return List.copyOf(tmp);
        });
    }

    public void listen(Consumer<List<Endpoint>> l) {
        listeners.addIfAbsent(l);
    }

    private void fire() {
        List<Endpoint> now = endpoints;
        for (Consumer<List<Endpoint>> l : listeners) {
            l.accept(now);
        }
    }

    public List<Endpoint> endpoints() {
        return endpoints;
    }

    public long revision() {
        return revision;
    }

    @Override
    public String toString() {
        return service + endpoints;
    }
}
