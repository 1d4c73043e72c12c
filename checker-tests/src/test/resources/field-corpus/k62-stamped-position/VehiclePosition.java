package k62;

import java.util.concurrent.locks.StampedLock;

/** Where a vehicle is: the GPS feeds write, the dispatchers read optimistically. */
public class VehiclePosition {
    private final StampedLock sl = new StampedLock();
    private double lat;
    private double lon;
    private long fixes;
    private double odometer;

    void move(double deltaLat, double deltaLon) {
        long stamp = sl.writeLock();
        try {
            lat += deltaLat;
            lon += deltaLon;
            odometer += Math.hypot(deltaLat, deltaLon);
            fixes++;
        } finally {
            sl.unlockWrite(stamp);
        }
    }

    double distanceFromDepot() {
        long stamp = sl.tryOptimisticRead();
        double currentLat = lat;
        double currentLon = lon;
        if (!sl.validate(stamp)) {
            stamp = sl.readLock();
            try {
                currentLat = lat;
                currentLon = lon;
            } finally {
                sl.unlockRead(stamp);
            }
        }
        return Math.hypot(currentLat, currentLon);
    }

    void moveIfAtDepot(double newLat, double newLon) {
        long stamp = sl.readLock();
        try {
            while (lat == 0.0 && lon == 0.0) {
                long ws = sl.tryConvertToWriteLock(stamp);
                if (ws != 0L) {
                    stamp = ws;
                    lat = newLat;
                    lon = newLon;
                    fixes++;
                    break;
                }
                sl.unlockRead(stamp);
                stamp = sl.writeLock();
            }
        } finally {
            sl.unlock(stamp);
        }
    }

    /** Workshop resets come from the back office. */
    double resetOdometer() {
        long stamp = sl.readLock();
        double was;
        try {
            was = odometer; // RACE split-lock #1
        } finally {
            sl.unlockRead(stamp);
        }
        long kept = Math.round(was);
        stamp = sl.writeLock();
        try {
            odometer = was - kept; // RACE split-lock #1
        } finally {
            sl.unlockWrite(stamp);
        }
        return kept;
    }

    long fixes() {
        long stamp = sl.readLock();
        try {
            return fixes;
        } finally {
            sl.unlockRead(stamp);
        }
    }
}
