package io.filament.codec;

import java.util.Arrays;

public final class Frame {
    private final int type;
    private final byte[] payload;
    private int hash;

    public Frame(int type, byte[] payload) {
        this.type = type;
        this.payload = payload;
    }

    public int type() {
        return type;
    }

    public byte[] payload() {
        return payload;
    }

    @Override
    public int hashCode() {
        int h = hash;
        if (h == 0) {
            h = 31 * type + Arrays.hashCode(payload);
            hash = h;
        }
        return h;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Frame f && f.type == type && Arrays.equals(f.payload, payload);
    }
}
