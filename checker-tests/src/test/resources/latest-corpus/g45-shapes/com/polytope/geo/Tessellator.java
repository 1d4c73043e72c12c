package com.polytope.geo;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;

/** Tessellates layers in parallel. */
public class Tessellator {
    private final ForkJoinPool pool = new ForkJoinPool();

    private static final class LayerTask extends RecursiveTask<Integer> {
        private final String[] layers;
        private final int from;
        private final int to;
        private int done;

        LayerTask(String[] layers, int from, int to) {
            this.layers = layers;
            this.from = from;
            this.to = to;
        }

        @Override
        protected Integer compute() {
            if (to - from > 1) {
                int mid = (from + to) >>> 1;
                LayerTask left = new LayerTask(layers, from, mid);
                LayerTask right = new LayerTask(layers, mid, to);
                left.fork();
                done += right.compute();
                done += left.join();
                return done;
            }
            MeshBuilder b = ShapeFactory.builder();
            Palette p = ShapeFactory.palette("day");
            int colour = p.colour(layers[from]);
            if (colour < 0) {
                p.rename(layers[from], p.brightest() + from);
            }
            for (int i = 1; i < 50; i++) {
                b.triangle(i, colour, 1);
            }
            done++;
            return b.build();
        }
    }

    public int tessellate(String... layers) {
        return layers.length == 0 ? 0 : pool.invoke(new LayerTask(layers, 0, layers.length));
    }
}
