package org.lantern.auth;

/** Random tokens; the generator's state is guarded by this. */
final class SecureTokens {
    private long state = System.nanoTime();
    private long issued;

    String next() {
        long v;
        synchronized (this) {
            v = advance();
        }
        return Long.toHexString(v);
    }

    private long advance() {
        state ^= state << 13;
        state ^= state >>> 7;
        state ^= state << 17;
        issued++;
        return state + issued;
    }
}
