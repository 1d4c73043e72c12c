package tileworld;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** A small strategy game. The loop thread owns the world; chunk files are loaded in the background. */
public class TileWorld implements Runnable {

    record ChunkKey(int x, int y) {}

    static final class Chunk {
        final ChunkKey key;
        final byte[] tiles = new byte[256];
        int visits;

        Chunk(ChunkKey key) {
            this.key = key;
        }

        void decay() {
            for (int i = 0; i < tiles.length; i++) {
                if (tiles[i] > 0) {
                    tiles[i]--;
                }
            }
        }
    }

    private final Map<ChunkKey, Chunk> chunks = new HashMap<>();
    private final Map<ChunkKey, Boolean> requested = new HashMap<>();
    private final BlockingQueue<ChunkKey> toLoad = new LinkedBlockingQueue<>();
    private final BlockingQueue<Chunk> loaded = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> input = new LinkedBlockingQueue<>();
    private final AtomicBoolean running = new AtomicBoolean();
    private final Deque<String> messages = new ArrayDeque<>();
    private int playerX;
    private int playerY;
    private long frame;
    private volatile String title = "";

    public void start() {
        if (!running.compareAndSet(false, true)) {
            throw new IllegalStateException("already running");
        }
        new Thread(this::loadLoop, "chunk-loader").start();
        new Thread(this, "game-loop").start();
    }

    public void stop() {
        running.set(false);
    }

    public void key(String key) {
        input.offer(key);
    }

    @Override
    public void run() {
        while (running.get()) {
            List<String> keys = new ArrayList<>();
            input.drainTo(keys);
            keys.forEach(this::handle);
            Chunk arrived;
            while ((arrived = loaded.poll()) != null) {
                chunks.put(arrived.key, arrived);
                requested.remove(arrived.key);
            }
            update();
            frame++;
            title = "frame " + frame + " at " + playerX + "," + playerY;
            Thread.onSpinWait();
        }
    }

    private void handle(String key) {
        switch (key) {
            case "left" -> playerX--;
            case "right" -> playerX++;
            case "up" -> playerY--;
            case "down" -> playerY++;
            default -> say("unknown key " + key);
        }
    }

    private void update() {
        ChunkKey here = new ChunkKey(playerX >> 4, playerY >> 4);
        Chunk chunk = chunks.get(here);
        if (chunk == null) {
            if (!requested.containsKey(here)) {
                requested.put(here, Boolean.TRUE);
                toLoad.add(here);
            }
            return;
        }
        chunk.visits++;
        if (frame % 60 == 0) {
            chunks.values().forEach(Chunk::decay);
        }
    }

    private void say(String text) {
        messages.addLast(text);
        if (messages.size() > 10) {
            messages.removeFirst();
        }
    }

    private void loadLoop() {
        int count = 0;
        try {
            while (running.get()) {
                Chunk chunk = new Chunk(toLoad.take());
                for (int i = 0; i < chunk.tiles.length; i++) {
                    chunk.tiles[i] = (byte) (i + count);
                }
                chunk.visits++;
                count++;
                loaded.add(chunk);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public String title() {
        return title;
    }
}
