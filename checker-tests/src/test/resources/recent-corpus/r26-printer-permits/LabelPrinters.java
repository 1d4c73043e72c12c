package r26printerpermits;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import net.jcip.annotations.ThreadSafe;

/** Four label printers shared by all packing stations. */
@ThreadSafe
public class LabelPrinters {

    private static final int PRINTERS = 4;

    private final Semaphore printers = new Semaphore(PRINTERS, true);
    private final Semaphore mutex = new Semaphore(1);
    private final Semaphore tray = new Semaphore(1);
    private final Deque<Integer> idle = new ArrayDeque<>();
    private int jobs;
    private int timeouts;
    private long metres;
    private int sheets = 500;

    public LabelPrinters() {
        for (int i = 0; i < PRINTERS; i++) {
            idle.push(i);
        }
    }

    public int print(String label) throws InterruptedException {
        if (!printers.tryAcquire(5, TimeUnit.SECONDS)) {
            mutex.acquire();
            timeouts++;
            mutex.release();
            throw new IllegalStateException("no printer");
        }
        try {
            int printer = take();
            try {
                metres += label.length() / 20 + 1; // RACE wrong-lock
                return printer;
            } finally {
                giveBack(printer);
            }
        } finally {
            printers.release();
        }
    }

    private int take() {
        mutex.acquireUninterruptibly();
        try {
            jobs++;
            return idle.pop();
        } finally {
            mutex.release();
        }
    }

    private void giveBack(int printer) {
        mutex.acquireUninterruptibly();
        try {
            idle.push(printer);
        } finally {
            mutex.release();
        }
    }

    public boolean feed(int n) {
        if (!tray.tryAcquire()) {
            return false;
        }
        try {
            sheets -= n;
            if (sheets < 50) {
                sheets = 500;
            }
            return true;
        } finally {
            tray.release();
        }
    }

    public long metres() {
        return metres;
    }
}
