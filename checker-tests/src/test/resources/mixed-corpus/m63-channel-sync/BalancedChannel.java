package channelsync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Channel over several addresses. All fields without further notice belong to the sync context. */
public class BalancedChannel {

    private final SyncContext sync = new SyncContext((t, e) -> e.printStackTrace());
    private final Map<String, Subchannel> subchannels = new HashMap<>();
    private final List<Runnable> pendingCalls = new ArrayList<>();
    private final AtomicBoolean shutdown = new AtomicBoolean();
    private final AtomicInteger cursor = new AtomicInteger();
    private final Transport transport;
    private volatile List<Subchannel> ready = List.of();
    private boolean idle = true;
    private int resolutions;
    private int transientFailures;

    public BalancedChannel(Transport transport) {
        this.transport = transport;
    }

    /** Called by application threads. */
    public void newCall(Runnable call) {
        List<Subchannel> now = ready;
        if (now.isEmpty()) {
            sync.execute(() -> {
                exitIdle();
                if (ready.isEmpty()) {
                    pendingCalls.add(call);
                } else {
                    call.run();
                }
            });
            return;
        }
        Subchannel s = now.get(Math.floorMod(cursor.getAndIncrement(), now.size()));
        s.calls.incrementAndGet();
        call.run();
    }

    private void exitIdle() {
        sync.checkInside();
        if (idle) {
            idle = false;
            transport.resolve(this::onAddresses);
        }
    }

    /** Called by the resolver's thread. */
    void onAddresses(List<String> addresses) {
        sync.execute(() -> {
            resolutions++;
            subchannels.keySet().retainAll(addresses);
            for (String a : addresses) {
                if (!subchannels.containsKey(a)) {
                    subchannels.put(a, new Subchannel(a));
                    transport.connect(a, up -> onState(a, up));
                }
            }
            rebuild();
        });
    }

    /** Called by the transports' threads. */
    void onState(String address, boolean up) {
        sync.execute(() -> {
            Subchannel s = subchannels.get(address);
            if (s != null) {
                s.up = up;
                rebuild();
            }
        });
        if (!up) {
            transientFailures++; // RACE rmw #1
        }
    }

    private void rebuild() {
        List<Subchannel> up = new ArrayList<>();
        for (Subchannel s : subchannels.values()) {
            if (s.up) {
                up.add(s);
            }
        }
        ready = List.copyOf(up);
        if (!up.isEmpty()) {
            List<Runnable> calls = new ArrayList<>(pendingCalls);
            pendingCalls.clear();
            calls.forEach(Runnable::run);
        }
    }

    public void shutdown() {
        if (!shutdown.compareAndSet(false, true)) {
            return;
        }
        sync.execute(() -> {
            subchannels.clear();
            rebuild();
        });
        pendingCalls.clear(); // RACE unsafe-collection #2
    }

    public int transientFailures() {
        return transientFailures;
    }

    private static final class Subchannel {
        private final String address;
        private final AtomicInteger calls = new AtomicInteger();
        private boolean up;

        Subchannel(String address) {
            this.address = address;
        }

        @Override
        public String toString() {
            return address;
        }
    }

    /** Resolves and connects. */
    public interface Transport {
        void resolve(java.util.function.Consumer<List<String>> listener);

        void connect(String address, java.util.function.Consumer<Boolean> listener);
    }
}
