package org.glyphsearch.merge;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Vector;

/** Merges segments in the background. Several of these run at a time. */
class MergeThread extends Thread {

    private static int merged;
    private static long mergedBytes;
    private static int aborted;
    private static int active;
    private static int serial = 0;
    private static final StringBuilder journal = new StringBuilder();
    private static final Vector problems = new Vector();

    private final List segments;
    private final int number;
    private int docs;
    private long bytes;

    MergeThread(List segments) {
        this.segments = segments;
        this.number = nextSerial();
        setName("merge-" + number);
    }

    private static synchronized int nextSerial() {
        return ++serial;
    }

    public void run() {
        enter();
        try {
            for (int i = 0; i < segments.size(); i++) {
                File f = (File) segments.get(i);
                bytes += f.length();
                docs += mergeOne(f);
                merged++; // RACE rmw
            }
            finish();
        } catch (IOException e) {
            problems.addElement(getName() + ": " + e.getMessage());
            abort();
        } finally {
            leave();
        }
    }

    private int mergeOne(File f) throws IOException {
        if (!f.exists()) {
            throw new IOException("no such segment: " + f);
        }
        return (int) (f.length() / 100);
    }

    private synchronized void abort() {
        aborted++; // RACE wrong-lock
    }

    private void finish() {
        synchronized (MergeThread.class) {
            mergedBytes += bytes;
        }
        journal.append(getName()).append(' ').append(docs).append('\n'); // RACE unsafe-collection
    }

    private static void enter() {
        synchronized (problems) {
            active++;
        }
    }

    private static void leave() {
        synchronized (problems) {
            active--;
            problems.notifyAll();
        }
    }

    static void awaitIdle() throws InterruptedException {
        synchronized (problems) {
            while (active > 0) {
                problems.wait();
            }
        }
    }

    static String report() {
        return merged + " merged, " + aborted + " aborted\n" + journal + problems;
    }
}
