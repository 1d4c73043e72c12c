package tracks;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.StampedLock;

/** Current positions of vessels. Receivers update, the display and the alarm logic read. */
public class TrackTable {

    private final StampedLock sl = new StampedLock();
    private final Map<Integer, Track> tracks = new HashMap<>();
    private double originLat;
    private double originLon;
    private int updates;
    private int conflicts;

    /** Applies a report of a receiver. */
    public void update(int id, double lat, double lon, long at) {
        long stamp = sl.writeLock();
        try {
            Track t = tracks.get(id);
            if (t == null) {
                t = new Track();
                tracks.put(id, t);
            }
            if (at >= t.at) {
                t.moveTo(lat, lon, at);
            } else {
                conflicts++;
            }
            updates++;
        } finally {
            sl.unlockWrite(stamp);
        }
    }

    /** Sets the origin unless it has been set. */
    public boolean initOrigin(double lat, double lon) {
        long stamp = sl.readLock();
        try {
            while (originLat == 0 && originLon == 0) {
                long ws = sl.tryConvertToWriteLock(stamp);
                if (ws != 0) {
                    stamp = ws;
                    originLat = lat;
                    originLon = lon;
                    return true;
                }
                sl.unlockRead(stamp);
                stamp = sl.writeLock();
            }
            return false;
        } finally {
            sl.unlock(stamp);
        }
    }

    public double[] origin() {
        long stamp = sl.tryOptimisticRead();
        double lat = originLat;
        double lon = originLon;
        if (!sl.validate(stamp)) {
            stamp = sl.readLock();
            try {
                lat = originLat;
                lon = originLon;
            } finally {
                sl.unlockRead(stamp);
            }
        }
        return new double[] {lat, lon};
    }

    /** Shifts the origin, e.g. when the observer moves. */
    public void shiftOrigin(double dLat, double dLon) {
        double lat;
        double lon;
        long stamp = sl.tryOptimisticRead();
        lat = originLat + dLat;
        lon = originLon + dLon;
        if (!sl.validate(stamp)) {
            stamp = sl.readLock();
            try {
                lat = originLat + dLat;
                lon = originLon + dLon;
            } finally {
                sl.unlockRead(stamp);
            }
        }
        stamp = sl.writeLock();
        try {
            originLat = lat; // RACE split-lock #1
            originLon = lon; // RACE split-lock #1
        } finally {
            sl.unlockWrite(stamp);
        }
    }

    /** Position of a track; counts how often it has been asked for. */
    public double[] position(int id) {
        long stamp = sl.readLock();
        try {
            Track t = tracks.get(id);
            if (t == null) {
                return null;
            }
            t.queries++; // RACE wrong-lock #2
            return new double[] {t.lat, t.lon};
        } finally {
            sl.unlockRead(stamp);
        }
    }

    public int purge(long before) {
        long stamp = sl.writeLock();
        try {
            int old = tracks.size();
            tracks.values().removeIf(t -> t.at < before);
            return old - tracks.size();
        } finally {
            sl.unlockWrite(stamp);
        }
    }

    private static final class Track {
        private double lat;
        private double lon;
        private double travelled;
        private long at;
        private int queries;

        void moveTo(double newLat, double newLon, long time) {
            if (at != 0) {
                travelled += Math.hypot(newLat - lat, newLon - lon);
            }
            lat = newLat;
            lon = newLon;
            at = time;
        }
    }
}
