package io.tessera.tiles;

import java.util.Arrays;

/** An immutable map tile. */
public final class Tile {
    private final int x;
    private final int y;
    private final byte[] data;

    private Tile(int x, int y, byte[] data) {
        this.x = x;
        this.y = y;
        this.data = data;
    }

    public int key() {
        return x * 10_007 + y;
    }

    public int size() {
        return data.length;
    }

    public static final class Builder {
        private final int x;
        private final int y;
        private byte[] buf = new byte[16];
        private int n;

        public Builder(int x, int y) {
            this.x = x;
            this.y = y;
        }

        public Builder put(int b) {
            if (n == buf.length) {
                buf = Arrays.copyOf(buf, n * 2);
            }
            buf[n++] = (byte) b;
            return this;
        }

        public Tile build() {
            return new Tile(x, y, Arrays.copyOf(buf, n));
        }
    }
}
