package k71;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** A nightly job in phases: load, then format in parallel, then write. */
public class ReportJob {
    private final AtomicBoolean started = new AtomicBoolean();
    private final List<String> rows = new ArrayList<>();
    private int loaded;
    private int formatted;
    private StringBuilder document;
    private final ExecutorService pool = Executors.newFixedThreadPool(4);

    /** Safe to call twice: only one caller gets to run it. */
    public boolean run(int expected) throws Exception {
        if (!started.compareAndSet(false, true)) {
            return false;
        }
        document = new StringBuilder();
        Thread loader = new Thread(() -> {
            for (int i = 0; i < expected; i++) {
                rows.add("row " + i);
                loaded++;
            }
        });
        loader.start();
        loader.join();
        List<Callable<String>> tasks = new ArrayList<>();
        for (String r : rows) {
            tasks.add(() -> format(r));
        }
        for (Future<String> f : pool.invokeAll(tasks)) {
            document.append(f.get()).append('\n');
            formatted++;
        }
        loaded -= formatted;
        pool.shutdown();
        return true;
    }

    private static String format(String r) {
        StringBuilder b = new StringBuilder();
        int width = 0;
        for (char c : r.toCharArray()) {
            b.append(Character.toUpperCase(c));
            width++;
        }
        return b.append(':').append(width).toString();
    }

    public String document() {
        return document.toString();
    }
}
