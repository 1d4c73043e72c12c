package v01jgroupsretransmit;

import v01jgroupsretransmit.UpHandler.Message;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reliable point-to-point protocol. {@link #up} is called by the threads of the transport's pool, {@link #down} by
 * any application thread.
 */
public class ReliableUnicast implements UpHandler {
    private static final Logger LOG = Logger.getLogger(ReliableUnicast.class.getName());

    private final ConcurrentMap<String, ReceiverEntry> receivers = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, SenderEntry> senders = new ConcurrentHashMap<>();
    private final Lock senderLock = new ReentrantLock();
    private final UpHandler above;
    private final Executor transport;

    private long numMsgsReceived;
    private long numXmitReqs;
    private short lastConnId;
    private int sendersCreated;

    public ReliableUnicast(UpHandler above, Executor transport) {
        this.above = above;
        this.transport = transport;
    }

    @Override
    public void up(Message msg) {
        numMsgsReceived++; // RACE rmw
        ReceiverEntry entry = receivers.computeIfAbsent(msg.sender(), s -> new ReceiverEntry());
        if (!entry.add(msg)) {
            requestRetransmission(msg.sender(), msg.seqno() - 1);
            return;
        }
        removeAndDeliver(entry);
    }

    /** Only one thread delivers the messages of a sender at a time, so that their order is kept. */
    private void removeAndDeliver(ReceiverEntry entry) {
        while (entry.processing.compareAndSet(false, true)) {
            try {
                Message m;
                while ((m = entry.poll()) != null) {
                    entry.delivered++;
                    entry.bytes += m.length();
                    try {
                        above.up(m);
                    } catch (RuntimeException e) {
                        LOG.log(Level.WARNING, "failed to deliver message", e);
                    }
                }
            } finally {
                entry.processing.set(false);
            }
            if (entry.isEmpty()) {
                return;
            }
        }
    }

    private void requestRetransmission(String sender, long seqno) {
        numXmitReqs += 1; // RACE rmw
        transport.execute(() -> LOG.fine(() -> "XMIT_REQ " + seqno + " to " + sender));
    }

    public long down(String dest, int length) {
        SenderEntry e = getSenderEntry(dest);
        synchronized (e) {
            e.sent += length;
            return ++e.nextSeqno;
        }
    }

    private SenderEntry getSenderEntry(String dest) {
        SenderEntry e = senders.get(dest);
        if (e != null) {
            return e;
        }
        senderLock.lock();
        try {
            e = senders.get(dest);
            if (e == null) {
                e = new SenderEntry(++lastConnId);
                sendersCreated++;
                senders.put(dest, e);
            }
            return e;
        } finally {
            senderLock.unlock();
        }
    }

    public String dump() {
        return "rcvd=" + numMsgsReceived + ", xmit=" + numXmitReqs + ", senders=" + sendersCreated;
    }

    static final class SenderEntry {
        final short connId;
        long nextSeqno;
        long sent;

        SenderEntry(short connId) {
            this.connId = connId;
        }
    }

    static final class ReceiverEntry {
        final AtomicBoolean processing = new AtomicBoolean();
        private final Deque<Message> ready = new ArrayDeque<>();
        private long expected = 1;
        long delivered;
        long bytes;

        synchronized boolean add(Message m) {
            if (m.seqno() > expected) {
                return false;
            }
            if (m.seqno() == expected) {
                expected++;
                ready.add(m);
            }
            return true;
        }

        synchronized Message poll() {
            return ready.poll();
        }

        synchronized boolean isEmpty() {
            return ready.isEmpty();
        }
    }
}
