package exportprogress;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAccumulator;

/** How far an export has come, in percent. */
public class ExportProgress {

    public interface Observer {
        void progress(double percent);
    }

    private final List<Observer> observers = new CopyOnWriteArrayList<>();
    private final AtomicInteger finishedParts = new AtomicInteger();
    private final DoubleAccumulator slowest = new DoubleAccumulator(Math::max, 0);
    private final int parts;
    private volatile double percent;
    private String lastPart = "";

    public ExportProgress(int parts) {
        if (parts <= 0) {
            parts = 1;
        }
        this.parts = parts;
    }

    void partDone(String name, double seconds) {
        percent += 100.0 / parts; // RACE read-modify-write #1
        finishedParts.incrementAndGet();
        slowest.accumulate(seconds);
        synchronized (this) {
            if (name.compareTo(lastPart) > 0) {
                lastPart = name;
            }
        }
        double p = percent;
        for (Observer o : observers) {
            o.progress(p);
        }
    }

    public void addObserver(Observer o) {
        observers.add(o);
    }

    public boolean finished() {
        return finishedParts.get() >= parts;
    }

    public double slowest() {
        return slowest.get();
    }

    public synchronized String lastPart() {
        return lastPart;
    }
}
