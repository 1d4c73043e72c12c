package io.kelpie.grid;

import java.util.concurrent.atomic.AtomicIntegerArray;

/** Cells of a board changed by many bots. */
public class Grid {
    private volatile int[] energy;
    private final AtomicIntegerArray owner;
    private final Object[] rowLocks;
    private final int[][] traffic;
    private final int width;
    private volatile Snapshot last = new Snapshot(0, 0);

    public record Snapshot(int moves, int collisions) {
        Snapshot plus(boolean collision) {
            return new Snapshot(moves + 1, collision ? collisions + 1 : collisions);
        }
    }

    public Grid(int width, int height) {
        this.width = width;
        energy = new int[width * height];
        owner = new AtomicIntegerArray(width * height);
        rowLocks = new Object[height];
        traffic = new int[height][width];
        for (int y = 0; y < height; y++) {
            rowLocks[y] = new Object();
            for (int x = 0; x < width; x++) {
                energy[y * width + x] += (x + y) % 3;
            }
        }
    }

    public boolean occupy(int x, int y, int bot) {
        boolean mine = owner.compareAndSet(y * width + x, 0, bot);
        if (mine) {
            energy[y * width + x]--; // RACE read-modify-write #1
        }
        synchronized (rowLocks[y]) {
            traffic[y][x]++;
        }
        synchronized (this) {
            last = last.plus(!mine);
        }
        return mine;
    }

    public void vacate(int x, int y, int bot) {
        owner.compareAndSet(y * width + x, bot, 0);
    }

    /** Charges a cell; any bot may charge any cell. */
    public void charge(int cell, int amount) {
        energy[cell] += amount; // RACE read-modify-write #1
    }

    /** Takes a cell over from its owner. */
    public int steal(int x, int y, int bot) {
        return owner.getAndSet(y * width + x, bot);
    }

    /** Counts traffic in a whole column. */
    public void passColumn(Bot bot, int x) {
        synchronized (bot) {
            for (int y = 0; y < traffic.length; y++) {
                traffic[y][x]++; // RACE inconsistent-locking #2
            }
        }
    }

    public Snapshot last() {
        return last;
    }

    int width() {
        return width;
    }

    int height() {
        return traffic.length;
    }
}
