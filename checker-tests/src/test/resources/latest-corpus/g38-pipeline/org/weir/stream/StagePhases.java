package org.weir.stream;

import java.util.concurrent.Phaser;

/** Three passes over the data; all workers finish a pass before the next begins. */
public class StagePhases {
    private final Phaser phaser = new Phaser(1);
    private final float[] data;
    private final float[] maxima;
    private float scale = 1;
    private double offset;
    private int clipped;

    public StagePhases(float[] data, int workers) {
        this.data = data;
        this.maxima = new float[workers];
    }

    public void run() {
        int n = maxima.length;
        for (int w = 0; w < n; w++) {
            int id = w;
            phaser.register();
            new Thread(() -> pass(id, n)).start();
        }
        phaser.arriveAndAwaitAdvance();
        float m = 0;
        for (float f : maxima) {
            if (f > m) {
                m = f;
            }
        }
        scale *= m == 0 ? 1 : 1 / m;
        phaser.arriveAndAwaitAdvance();
        phaser.arriveAndAwaitAdvance();
        phaser.arriveAndDeregister();
    }

    private void pass(int id, int n) {
        for (int i = id; i < data.length; i += n) {
            maxima[id] = Math.max(maxima[id], Math.abs(data[i]));
        }
        phaser.arriveAndAwaitAdvance();
        phaser.arriveAndAwaitAdvance();
        for (int i = id; i < data.length; i += n) {
            data[i] *= scale;
            offset += data[i]; // RACE read-modify-write #2
            if (data[i] > 1) {
                data[i] = 1;
                synchronized (phaser) {
                    clipped++;
                }
            }
        }
        phaser.arriveAndAwaitAdvance();
        phaser.arriveAndDeregister();
    }

    public double offset() {
        return offset / data.length;
    }

    public int clipped() {
        synchronized (phaser) {
            return clipped;
        }
    }
}
