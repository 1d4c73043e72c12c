package org.weir.stream;

/** A reusable block of samples. Owned by one stage at a time. */
final class Block {
    final float[] samples;
    int used;
    long seq;

    Block(int size) {
        this.samples = new float[size];
    }

    void add(float f) {
        samples[used++] = f;
    }

    boolean full() {
        return used == samples.length;
    }

    void reset() {
        used = 0;
    }
}
