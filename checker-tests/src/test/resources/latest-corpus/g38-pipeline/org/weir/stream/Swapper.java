package org.weir.stream;

import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.Exchanger;
import java.util.function.Consumer;

/** Reader and writer exchange a full block for an empty one. */
public class Swapper {
    private final Exchanger<Block> exchanger = new Exchanger<>();
    private final Iterator<Float> source;
    private final Consumer<float[]> sink;
    private long in;
    private long out;
    private int stalls;

    public Swapper(Iterator<Float> source, Consumer<float[]> sink) {
        this.source = source;
        this.sink = sink;
    }

    public void start() {
        new Thread(this::fill, "fill").start();
        new Thread(this::empty, "empty").start();
    }

    private void fill() {
        Block b = new Block(4096);
        try {
            while (source.hasNext()) {
                b.add(source.next());
                in++;
                if (b.full()) {
                    long t = System.nanoTime();
                    b = exchanger.exchange(b);
                    if (System.nanoTime() - t > 1_000_000) {
                        stalls++; // RACE read-modify-write #1
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void empty() {
        Block b = new Block(4096);
        try {
            while (true) {
                b.reset();
                long t = System.nanoTime();
                b = exchanger.exchange(b);
                if (System.nanoTime() - t > 1_000_000) {
                    stalls++; // RACE read-modify-write #1
                }
                sink.accept(Arrays.copyOf(b.samples, b.used));
                out += b.used;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
