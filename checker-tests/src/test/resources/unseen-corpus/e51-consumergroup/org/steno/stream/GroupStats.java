package org.steno.stream;

/** Shared by the readers of a group. */
public class GroupStats {
    long records;
    private long bytes;
    private int longest;
    private int readers;

    void note(int length) {
        bytes += length; // RACE rmw
        if (length > longest) { // RACE rmw #1
            longest = length; // RACE rmw #1
        }
    }

    synchronized void finished(int polls) {
        if (polls > 0) {
            readers++;
        }
    }

    @Override
    public synchronized String toString() {
        return readers + " readers";
    }
}
