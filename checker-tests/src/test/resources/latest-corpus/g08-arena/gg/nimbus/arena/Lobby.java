package gg.nimbus.arena;

import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Finds rooms for players; the netty-like front end calls it on many threads. */
public final class Lobby {
    private final ConcurrentSkipListMap<String, Room> rooms = new ConcurrentSkipListMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private long steps;

    public Lobby() {
        clock.scheduleAtFixedRate(this::stepAll, 50, 50, TimeUnit.MILLISECONDS);
    }

    public Room room(String name) {
        return rooms.computeIfAbsent(name, Room::new);
    }

    private void stepAll() {
        steps++;
        for (Room r : rooms.values()) {
            r.step();
        }
        if (steps % 1200 == 0) {
            System.out.println(rooms.size() + " rooms after " + steps + " steps");
        }
    }

    public void close() {
        clock.shutdown();
    }
}
