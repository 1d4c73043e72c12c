package games.arena.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The state of one match. */
final class World {

    interface Command {
        void apply(World w);
    }

    record View(long tick, Map<String, int[]> positions, int shots) {}

    /** A player's avatar. */
    static final class Avatar {
        final String name;
        int x;
        int y;
        int health = 100;
        int kills;
        private int cooldown;

        Avatar(String name) {
            this.name = name;
        }

        boolean canShoot() {
            return cooldown == 0 && health > 0;
        }

        void step() {
            if (cooldown > 0) {
                cooldown--;
            }
            if (health < 100) {
                health++;
            }
        }

        void shot() {
            cooldown += 10;
        }
    }

    private final ConcurrentLinkedQueue<Command> inbox = new ConcurrentLinkedQueue<>();
    private final Map<String, Avatar> avatars = new HashMap<>();
    private final List<String> killFeed = new ArrayList<>();
    private final Random random = new Random(42);
    private long tick;
    private int shots;
    private volatile View view = new View(0, Map.of(), 0);

    void submit(Command c) {
        inbox.add(c);
    }

    View view() {
        return view;
    }

    /** One step of the simulation. */
    void advance() {
        tick++;
        Command c;
        int budget = 500;
        while (budget-- > 0 && (c = inbox.poll()) != null) {
            c.apply(this);
        }
        for (Iterator<Avatar> it = avatars.values().iterator(); it.hasNext(); ) {
            Avatar a = it.next();
            a.step();
            if (a.health <= -50) {
                it.remove();
            }
        }
        Map<String, int[]> positions = new HashMap<>();
        avatars.forEach((n, a) -> positions.put(n, new int[] {a.x, a.y, a.health}));
        view = new View(tick, positions, shots);
    }

    void join(String name) {
        if (!avatars.containsKey(name)) {
            Avatar a = new Avatar(name);
            a.x += random.nextInt(64);
            a.y += random.nextInt(64);
            avatars.put(name, a);
        }
    }

    void move(String name, int dx, int dy) {
        Avatar a = avatars.get(name);
        if (a != null && a.health > 0) {
            a.x = Math.floorMod(a.x + dx, 64);
            a.y = Math.floorMod(a.y + dy, 64);
        }
    }

    void shoot(String name, String target) {
        Avatar a = avatars.get(name);
        Avatar t = avatars.get(target);
        if (a == null || t == null || !a.canShoot()) {
            return;
        }
        shots++;
        a.shot();
        t.health -= 30;
        if (t.health <= 0) {
            a.kills++;
            killFeed.add(name + " > " + target);
        }
    }
}
