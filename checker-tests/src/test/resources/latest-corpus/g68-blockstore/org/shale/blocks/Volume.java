package org.shale.blocks;

import java.util.*;

/** Files on blocks. Writers of different files run at the same time. */
public class Volume {
    private final BlockMap map;
    private final Map<String, FileEntry> files = new Hashtable<String, FileEntry>();
    private final byte[][] data;
    private long bytesWritten;

    public Volume(int blocks) {
        map = new BlockMap(blocks);
        data = new byte[blocks][];
    }

    public FileEntry open(String name) {
        synchronized (files) {
            FileEntry f = files.get(name);
            if (f == null) {
                f = new FileEntry();
                files.put(name, f);
            }
            return f;
        }
    }

    public boolean append(String name, byte[] block) {
        FileEntry f = open(name);
        int b = map.allocate();
        if (b < 0) {
            return false;
        }
        data[b] = block;
        f.add(b, block.length);
        bytesWritten += block.length; // RACE read-modify-write #2
        return true;
    }

    /** Copies by sharing the blocks. */
    public void copy(String from, String to) {
        FileEntry target = open(to);
        for (int b : open(from).blocks()) {
            map.share(b);
            target.add(b, data[b].length);
        }
    }

    public void delete(String name) {
        FileEntry f = files.remove(name);
        if (f != null) {
            for (int b : f.blocks()) {
                map.release(b);
            }
        }
    }

    static final class FileEntry {
        private int[] blocks = new int[4];
        private int n;
        private long size;

        synchronized void add(int b, int length) {
            if (n == blocks.length) {
                blocks = Arrays.copyOf(blocks, n * 2);
            }
            blocks[n++] = b;
            size += length;
        }

        synchronized int[] blocks() {
            return Arrays.copyOf(blocks, n);
        }
    }

    public static void main(final String[] args) {
        final Volume v = new Volume(1024);
        for (final String a : args) {
            new Thread() {
                public void run() {
                    for (int i = 0; i < 10; i++) {
                        v.append(a, new byte[512]);
                    }
                    v.copy(a, a + ".bak");
                    v.delete(a);
                }
            }.start();
        }
    }
}
