package acker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Starts the ackers of a worker process. */
public class AckerWorker {

    private final AckerStats stats = new AckerStats();
    private final List<TupleAcker> ackers = new ArrayList<>();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor();

    public void start(int count, TupleAcker.AckListener listener) {
        for (int i = 0; i < count; i++) {
            TupleAcker acker = new TupleAcker(listener, stats, 3);
            ackers.add(acker);
            new Thread(acker, "acker-" + i).start();
        }
        List<TupleAcker> all = List.copyOf(ackers);
        ticker.scheduleAtFixedRate(() -> all.forEach(a -> a.send(new TupleAcker.Tick())), 10, 10, TimeUnit.SECONDS);
        ticker.scheduleAtFixedRate(() -> System.out.println(stats.drainFailed()), 60, 60, TimeUnit.SECONDS);
    }

    public void route(long root, TupleAcker.Message message) {
        ackers.get(Math.floorMod(Long.hashCode(root), ackers.size())).send(message);
    }
}
