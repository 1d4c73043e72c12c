package retail.stock;

import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

/** Scanner guns report from many aisles. */
public class Stocktake {
    private final int[] shelf = new int[100];
    private final int[] back = new int[100];
    private Lock shelfLock;
    private final StampedLock backLock = new StampedLock();
    private long scans;
    private long corrections;

    private Lock lock() {
        return new ReentrantLock();
    }

    private Lock sharedLock() {
        synchronized (this) {
            if (shelfLock == null) {
                shelfLock = new ReentrantLock();
            }
            return shelfLock;
        }
    }

    public void scan(int article, int n) {
        Lock l = sharedLock();
        l.lock();
        try {
            shelf[article] += n;
            scans++;
        } finally {
            l.unlock();
        }
    }

    public void correct(int article, int n) {
        Lock l = lock(); // RACE wrong-lock #1
        l.lock(); // RACE wrong-lock #1
        try {
            corrections++; // RACE wrong-lock #1
        } finally {
            l.unlock();
        }
        long stamp = backLock.writeLock();
        try {
            back[article] = Math.max(0, back[article] + n);
        } finally {
            backLock.unlockWrite(stamp);
        }
    }

    public void moveToShelf(int article, int n) {
        long stamp = backLock.writeLock();
        try {
            back[article] -= n;
        } finally {
            backLock.unlockWrite(stamp);
        }
        scan(article, n);
    }

    static void simulate(Stocktake s) throws InterruptedException {
        ExecutorService guns = Executors.newFixedThreadPool(8);
        for (int g = 0; g < 8; g++) {
            int gun = g;
            guns.execute(() -> {
                int corrected = 0;
                for (int i = 0; i < 1000; i++) {
                    s.scan((gun + i) % 100, 1);
                    if (i % 50 == 0) {
                        s.correct(i % 100, -1);
                        corrected++;
                    }
                }
                System.out.println(gun + ": " + corrected);
            });
        }
        guns.shutdown();
        guns.awaitTermination(1, TimeUnit.MINUTES);
        System.out.println(Arrays.toString(s.shelf) + s.scans + "/" + s.corrections);
    }
}
