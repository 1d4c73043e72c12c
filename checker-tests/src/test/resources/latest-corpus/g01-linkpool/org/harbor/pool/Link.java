package org.harbor.pool;

/** A physical connection as seen by the pool. */
public class Link {
    private final int id;
    private int uses;
    private long lastUsedNanos;

    Link(int id) {
        this.id = id;
    }

    public int id() {
        return id;
    }

    void touched(long now) {
        uses++;
        lastUsedNanos = now;
    }

    boolean wornOut(int maxUses) {
        return uses >= maxUses;
    }

    boolean staleAt(long now, long ttlNanos) {
        return now - lastUsedNanos > ttlNanos;
    }

    public byte[] exchange(byte[] request) {
        byte[] reply = new byte[request.length];
        for (int i = 0; i < request.length; i++) {
            reply[i] = (byte) (request[i] ^ id);
        }
        return reply;
    }

    void destroy() {
        uses = Integer.MAX_VALUE;
    }
}
