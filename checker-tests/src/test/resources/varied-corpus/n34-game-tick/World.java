package mmo.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Network threads only enqueue; the tick thread runs everything else. */
public class World {
    public interface Action {
        void apply(World world);
    }

    private final Queue<Action> inbox = new ConcurrentLinkedQueue<>();
    private final AtomicInteger queued = new AtomicInteger();
    private final Map<Integer, int[]> positions = new HashMap<>();
    private final List<Integer> leavers = new ArrayList<>();
    private long tick;
    private int moved;
    private volatile boolean stopped;

    public void send(Action a) {
        inbox.add(a);
        queued.incrementAndGet();
    }

    public void onMovePacket(int player, int dx, int dy) {
        send(w -> w.move(player, dx, dy));
    }

    public void onDisconnect(int player) {
        send(w -> w.leavers.add(player));
    }

    private void move(int player, int dx, int dy) {
        int[] p = positions.get(player);
        if (p == null) {
            p = new int[2];
            positions.put(player, p);
        }
        p[0] += dx;
        p[1] += dy;
        moved++;
    }

    private void tick() {
        tick++;
        Action a;
        while ((a = inbox.poll()) != null) {
            queued.decrementAndGet();
            a.apply(this);
        }
        for (Integer id : leavers) {
            positions.remove(id);
        }
        leavers.clear();
        if (tick % 600 == 0) {
            System.out.println(moved + " moves in 600 ticks");
            moved = 0;
        }
    }

    public Thread start() {
        Thread t = new Thread(() -> {
            while (!stopped) {
                tick();
                try {
                    Thread.sleep(50);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }, "tick");
        t.start();
        return t;
    }

    public void stop() {
        stopped = true;
    }
}
