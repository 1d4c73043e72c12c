package spool;

import java.util.ArrayList;
import java.util.List;

/** Spool and printers of a site. */
public class PrintSite {

    private final Spool spool = new Spool(this);
    private final List<Printer> printers = new ArrayList<>();
    private int inspections;

    public void install(Printer.Device device) {
        Printer p = new Printer(this, spool);
        synchronized (this) {
            printers.add(p);
        }
        Thread t = new Thread(() -> {
            try {
                p.work(device);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        t.setDaemon(true);
        t.start();
    }

    public int submit(String owner, int pages) {
        return spool.submit(owner, pages);
    }

    /** Looks at the first job, e.g. for the display, and counts it. */
    public synchronized void inspect() {
        Spool.Job j = spool.takeLocked();
        if (j != null) {
            inspections++;
            spool.putBackLocked(j);
        }
    }

    public synchronized int printed() {
        int n = 0;
        for (Printer p : printers) {
            n += p.printed();
        }
        return n;
    }
}
