package io.cinder.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;

public class Batch {
    private final ThreadStats stats = new ThreadStats();

    /** Counts each list on a thread of its own. */
    public List<String> run(List<List<String>> inputs) throws Exception {
        Worker.begin();
        List<FutureTask<String>> tasks = new ArrayList<>();
        for (List<String> in : inputs) {
            FutureTask<String> t = new FutureTask<>(new Worker(in, stats));
            tasks.add(t);
            new Thread(t).start();
        }
        List<String> out = new ArrayList<>();
        for (FutureTask<String> t : tasks) {
            out.add(t.get());
        }
        out.addAll(Worker.trail());
        out.add(stats.calls() + " calls");
        return out;
    }
}
