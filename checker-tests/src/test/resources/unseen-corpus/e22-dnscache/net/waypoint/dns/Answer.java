package net.waypoint.dns;

import java.util.List;

record Answer(List<String> addresses, long at) {
    boolean expired() {
        return System.nanoTime() - at > 30_000_000_000L;
    }
}
