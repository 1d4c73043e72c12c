package org.umbra.trace;

import java.util.concurrent.atomic.AtomicIntegerArray;

/** The pixels; every pixel belongs to exactly one tile. */
final class Film {
    final int width;
    final int height;
    private final float[] pixels;
    private final AtomicIntegerArray histogram = new AtomicIntegerArray(16);

    Film(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new float[width * height];
    }

    void splat(int x, int y, double v) {
        pixels[y * width + x] += (float) v;
        histogram.incrementAndGet((int) Math.min(15, v * 16));
    }

    float mean() {
        double s = 0;
        for (float p : pixels) {
            s += p;
        }
        return (float) (s / pixels.length);
    }
}
