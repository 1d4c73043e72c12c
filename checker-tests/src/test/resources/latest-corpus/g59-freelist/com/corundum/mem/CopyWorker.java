package com.corundum.mem;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

public class CopyWorker extends Thread {
    private final Arena arena;
    private final InputStream in;
    private long copied;

    public CopyWorker(Arena arena, InputStream in) {
        this.arena = arena;
        this.in = in;
    }

    @Override
    public void run() {
        byte[] buf = arena.scratch();
        try {
            int n;
            while ((n = in.read(buf)) > 0) {
                arena.store(Arrays.copyOf(buf, n));
                copied += n;
            }
        } catch (IOException e) {
            System.err.println(getName() + " stopped after " + copied);
        } finally {
            arena.release(buf);
        }
    }

    public static void main(String[] args) throws IOException {
        Arena arena = new Arena(new FreeList(4096, 64));
        for (String a : args) {
            new CopyWorker(arena, new FileInputStream(a)).start();
        }
        System.out.println(arena);
    }
}
