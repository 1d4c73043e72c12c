package mqtt;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Session of a device with the broker. The application publishes from any thread; the reader thread
 * of the connection calls the {@code on...} methods.
 */
public class MqttSession {

    private enum Phase { IDLE, CONNECTING, CONNECTED, CLOSED }

    private final Transport transport;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.IDLE);
    private final Map<Integer, byte[]> unacked = new ConcurrentHashMap<>();
    private final Queue<byte[]> offline = new ArrayDeque<>();
    private final Semaphore window = new Semaphore(20);
    private final AtomicInteger reconnects = new AtomicInteger();
    private volatile int packetId;
    private volatile long lastActivity;

    /** Only used by the reader thread. */
    private long received;
    private int duplicates;
    private int lastSeen = -1;

    public MqttSession(Transport transport) {
        this.transport = transport;
    }

    public void connect() {
        if (phase.compareAndSet(Phase.IDLE, Phase.CONNECTING)) {
            transport.open();
        }
    }

    public void publish(byte[] payload) throws InterruptedException {
        switch (phase.get()) {
            case CLOSED -> throw new IllegalStateException("closed");
            case IDLE, CONNECTING -> {
                synchronized (offline) {
                    offline.add(payload);
                }
                if (phase.get() == Phase.CONNECTED) {
                    flushOffline();
                }
            }
            case CONNECTED -> {
                window.acquire();
                send(nextPacketId(), payload);
            }
        }
    }

    private int nextPacketId() {
        int id = packetId;
        do {
            id = id == 0xffff ? 1 : id + 1;
        } while (unacked.containsKey(id));
        packetId = id; // RACE rmw #1
        return id;
    }

    private void send(int id, byte[] payload) {
        unacked.put(id, payload);
        transport.publish(id, payload);
        lastActivity = System.nanoTime();
    }

    private void flushOffline() throws InterruptedException {
        while (true) {
            byte[] next;
            synchronized (offline) {
                next = offline.poll();
            }
            if (next == null) {
                return;
            }
            window.acquire();
            send(nextPacketId(), next);
        }
    }

    void onConnected() throws InterruptedException {
        if (phase.compareAndSet(Phase.CONNECTING, Phase.CONNECTED)) {
            flushOffline();
        }
    }

    void onPubAck(int id) {
        if (unacked.remove(id) != null) {
            window.release();
        }
        lastActivity = System.nanoTime();
    }

    void onMessage(int id, byte[] payload) {
        received++;
        if (id == lastSeen) {
            duplicates++;
        }
        lastSeen = id;
    }

    void onConnectionLost() {
        if (phase.compareAndSet(Phase.CONNECTED, Phase.CONNECTING)) {
            reconnects.incrementAndGet();
            transport.open();
            unacked.forEach(transport::publish);
        }
    }

    public void close() {
        Phase old = phase.getAndSet(Phase.CLOSED);
        if (old != Phase.CLOSED) {
            transport.close();
        }
    }

    /** The wire. */
    public interface Transport {
        void open();

        void publish(int id, byte[] payload);

        void close();
    }
}
