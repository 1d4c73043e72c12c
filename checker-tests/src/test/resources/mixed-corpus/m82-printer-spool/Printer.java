package spool;

import java.util.HashMap;
import java.util.Map;

/** A printer of a site; its worker calls {@link #work}, the panel calls the other methods. */
final class Printer {

    private final Object siteMonitor;
    private final Spool spool;
    private final Map<String, Integer> byOwner = new HashMap<>();
    private boolean online = true;
    private Spool.Job current;
    private int printed;

    Printer(Object siteMonitor, Spool spool) {
        this.siteMonitor = siteMonitor;
        this.spool = spool;
    }

    void work(Device device) throws InterruptedException {
        while (true) {
            Spool.Job job;
            synchronized (siteMonitor) {
                while (!online || (job = spool.takeLocked()) == null) {
                    siteMonitor.wait();
                }
                current = job;
            }
            boolean ok = device.print(job.number(), job.pages());
            synchronized (siteMonitor) {
                current = null;
                if (ok) {
                    printed += job.pages();
                    byOwner.merge(job.owner(), job.pages(), Integer::sum);
                } else {
                    online = false;
                    spool.putBackLocked(job);
                }
                siteMonitor.notifyAll();
            }
        }
    }

    void setOnline(boolean on) {
        synchronized (siteMonitor) {
            if (online != on) {
                online = on;
                siteMonitor.notifyAll();
            }
        }
    }

    int printed() {
        synchronized (siteMonitor) {
            return printed;
        }
    }

    boolean busy() {
        synchronized (siteMonitor) {
            return current != null;
        }
    }

    /** The hardware. */
    interface Device {
        boolean print(int number, int pages);
    }
}
