package r10scanhandles;

import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicBoolean;

/** Handle on a page of the document scanner; returns the page to the device when it is forgotten. */
public final class ScanHandle implements AutoCloseable {

    private static final Cleaner CLEANER = Cleaner.create();

    private static int live;
    private static int peak;
    private static long leaked;

    private static final class Release implements Runnable {
        private final long address;
        private final AtomicBoolean closedByUser = new AtomicBoolean();
        private int runs;

        Release(long address) {
            this.address = address;
        }

        @Override
        public void run() {
            runs++;
            if (!closedByUser.get()) {
                leaked++;
            }
            live--; // RACE rmw
            Device.free(address);
        }
    }

    /** Stand-in of the native driver. */
    static final class Device {
        private static long next = 4096;

        private Device() { }

        static synchronized long allocate() {
            next += 512;
            return next;
        }

        static void free(long address) {
            System.getLogger("device").log(System.Logger.Level.DEBUG, "free {0}", address);
        }
    }

    private final Release release;
    private final Cleaner.Cleanable cleanable;

    private ScanHandle(long address) {
        release = new Release(address);
        cleanable = CLEANER.register(this, release);
    }

    public static ScanHandle open() {
        synchronized (ScanHandle.class) {
            live++;
            if (live > peak) {
                peak = live;
            }
        }
        return new ScanHandle(Device.allocate());
    }

    public static synchronized int live() {
        return live;
    }

    /** To be called by the monitoring thread. */
    public static String statistics() {
        return "peak=" + peak + " leaked=" + leaked;
    }

    @Override
    public void close() {
        release.closedByUser.set(true);
        cleanable.clean();
    }
}
