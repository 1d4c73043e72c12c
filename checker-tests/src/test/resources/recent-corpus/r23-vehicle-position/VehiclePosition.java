package r23vehicleposition;

import java.util.concurrent.locks.StampedLock;

/** Last known position of a vehicle; written by the GPS threads, read by the map threads. */
public class VehiclePosition {

    private final StampedLock lock = new StampedLock();
    private double lat;
    private double lon;
    private double kilometres;
    private int updates;
    private int outliers;

    public void moveBy(double dLat, double dLon) {
        long stamp = lock.writeLock();
        try {
            lat += dLat;
            lon += dLon;
            kilometres += Math.hypot(dLat, dLon) * 111.2;
            updates++;
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    /** Snaps the vehicle to the depot unless it has moved. */
    public boolean snapIfUnmoved(double depotLat, double depotLon) {
        long stamp = lock.readLock();
        try {
            while (updates == 0) {
                long write = lock.tryConvertToWriteLock(stamp);
                if (write != 0L) {
                    stamp = write;
                    lat = depotLat;
                    lon = depotLon;
                    updates++;
                    return true;
                }
                lock.unlockRead(stamp);
                stamp = lock.writeLock();
            }
            return false;
        } finally {
            lock.unlock(stamp);
        }
    }

    public double distanceTo(double otherLat, double otherLon) {
        long stamp = lock.tryOptimisticRead();
        double a = lat;
        double b = lon;
        if (!lock.validate(stamp)) {
            stamp = lock.readLock();
            try {
                a = lat;
                b = lon;
            } finally {
                lock.unlockRead(stamp);
            }
        }
        return Math.hypot(a - otherLat, b - otherLon);
    }

    public void reject() {
        long stamp = lock.tryWriteLock();
        if (stamp == 0L) {
            stamp = lock.writeLock();
        }
        try {
            outliers++;
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    public int outliers() {
        long stamp = lock.readLock();
        try {
            return outliers;
        } finally {
            lock.unlockRead(stamp);
        }
    }
}
