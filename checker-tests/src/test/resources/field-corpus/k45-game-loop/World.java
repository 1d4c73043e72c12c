package k45;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The zone's state. Simulated by the zone thread; the sockets only leave commands. */
public final class World implements Runnable {
    private final ConcurrentLinkedQueue<Command> inbox = new ConcurrentLinkedQueue<>();
    private final Map<Integer, Entity> entities = new HashMap<>();
    private final List<Entity> projectiles = new ArrayList<>();
    private int nextEntityId;
    private long tick;
    private volatile Snapshot published = new Snapshot(0, List.of());
    private volatile boolean stopped;

    public record Command(int entity, char kind, float dx, float dy) {}

    public record Snapshot(long tick, List<String> lines) {}

    private static final class Entity {
        final int id;
        float x;
        float y;
        int health = 100;
        int ttl;

        Entity(int id) {
            this.id = id;
        }

        void move(float dx, float dy) {
            x += dx;
            y += dy;
        }

        void hit(int points) {
            health -= points;
        }
    }

    /** Any thread. */
    public void post(Command c) {
        inbox.add(c);
    }

    /** Any thread. */
    public Snapshot snapshot() {
        return published;
    }

    public Thread start() {
        Thread t = new Thread(this, "zone");
        t.start();
        return t;
    }

    public void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        while (!stopped) {
            for (Command c; (c = inbox.poll()) != null; ) {
                apply(c);
            }
            simulate();
            tick++;
            if (tick % 5 == 0) {
                publish();
            }
            try {
                Thread.sleep(16);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void apply(Command c) {
        switch (c.kind()) {
            case 'j' -> entities.put(nextEntityId, new Entity(nextEntityId++));
            case 'm' -> {
                Entity e = entities.get(c.entity());
                if (e != null) {
                    e.move(c.dx(), c.dy());
                }
            }
            case 'f' -> {
                Entity p = new Entity(nextEntityId++);
                p.ttl = 60;
                projectiles.add(p);
            }
            default -> throw new IllegalArgumentException("kind " + c.kind());
        }
    }

    private void simulate() {
        for (Iterator<Entity> it = projectiles.iterator(); it.hasNext(); ) {
            Entity p = it.next();
            p.move(1, 0);
            if (--p.ttl <= 0) {
                it.remove();
                continue;
            }
            for (Entity e : entities.values()) {
                if (Math.abs(e.x - p.x) + Math.abs(e.y - p.y) < 1) {
                    e.hit(10);
                }
            }
        }
        entities.values().removeIf(e -> e.health <= 0);
    }

    private void publish() {
        List<String> lines = new ArrayList<>();
        for (Entity e : entities.values()) {
            lines.add(e.id + "@" + e.x + "," + e.y);
        }
        published = new Snapshot(tick, List.copyOf(lines));
    }
}
