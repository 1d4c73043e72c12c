package collector;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Follows log files of several hosts and ships the lines in batches. */
public class LogCollector {

    private final ExecutorService followers = Executors.newCachedThreadPool();
    private final Timer flusher = new Timer("flusher", true);
    private final Consumer<List<String>> sink;
    private final StringBuilder errors = new StringBuilder();
    private final StringBuffer audit = new StringBuffer();
    private List<String> buffer = new ArrayList<>();
    private int flushes;
    private int forced;
    private volatile boolean stopping;

    public LogCollector(Consumer<List<String>> sink) {
        this.sink = sink;
    }

    public void start(List<LineSource> sources) {
        for (LineSource source : sources) {
            followers.execute(() -> follow(source));
        }
        flusher.schedule(new TimerTask() {
            @Override
            public void run() {
                flushes++;
                flush();
                if (flushes % 100 == 0) {
                    audit.append(LocalTime.now()).append(" alive\n");
                }
            }
        }, 1000, 1000);
    }

    private void follow(LineSource source) {
        int own = 0;
        while (!stopping) {
            try {
                String line = source.next();
                if (line == null) {
                    break;
                }
                own++;
                boolean full;
                synchronized (this) {
                    buffer.add(line);
                    full = buffer.size() >= 1000;
                }
                if (full) {
                    forced++; // RACE rmw #1
                    flush();
                }
            } catch (Exception e) {
                errors.append(source.name()).append(": ").append(e).append('\n'); // RACE unsafe-collection #2
            }
        }
        audit.append(source.name() + " done after " + own + " lines\n");
    }

    private void flush() {
        List<String> full;
        synchronized (this) {
            if (buffer.isEmpty()) {
                return;
            }
            full = buffer;
            buffer = new ArrayList<>();
        }
        sink.accept(full);
    }

    public String stop() throws InterruptedException {
        stopping = true;
        flusher.cancel();
        followers.shutdown();
        if (followers.awaitTermination(10, TimeUnit.SECONDS)) {
            flush();
            errors.append("stopped at ").append(LocalTime.now());
        }
        return audit.toString();
    }

    /** Lines of a file; used by one follower. */
    public interface LineSource {
        String name();

        String next() throws Exception;
    }
}
