package gg.blockarena.room;

import java.util.concurrent.ConcurrentHashMap;

/** One thread per room. */
public final class Rooms {
    private final ConcurrentHashMap<String, RoomLoop> rooms = new ConcurrentHashMap<>();

    public RoomLoop room(String name) {
        return rooms.computeIfAbsent(name, n -> {
            RoomLoop loop = new RoomLoop();
            Thread t = new Thread(loop, "room-" + n);
            t.setDaemon(true);
            t.start();
            return loop;
        });
    }

    public void closeAll() {
        rooms.values().forEach(RoomLoop::stop);
        rooms.clear();
    }
}
