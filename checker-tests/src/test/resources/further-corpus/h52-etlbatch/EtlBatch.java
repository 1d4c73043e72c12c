package etlbatch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Extract, transform and load in three stages joined by queues. */
public class EtlBatch {

    /** A row belongs to the stage that has taken it from a queue. */
    static final class Row {
        private final Map<String, String> columns = new HashMap<>();
        private int touched;
        private List<String> warnings;

        void set(String column, String value) {
            columns.put(column, value);
            touched++;
        }

        String get(String column) {
            return columns.get(column);
        }

        void warn(String text) {
            if (warnings == null) {
                warnings = new ArrayList<>();
            }
            warnings.add(text);
        }

        int warningCount() {
            return warnings == null ? 0 : warnings.size();
        }
    }

    private static final Row END = new Row();

    private final BlockingQueue<Row> extracted = new ArrayBlockingQueue<>(256);
    private final BlockingQueue<Row> transformed = new ArrayBlockingQueue<>(256);
    private final List<String> sink = new ArrayList<>();
    private final Iterable<String> source;
    private int read;
    private int warnings;
    private int written;
    private Throwable failure;

    public EtlBatch(Iterable<String> source) {
        this.source = source;
    }

    public String run() throws InterruptedException {
        Thread extract = stage("extract", this::extract);
        Thread transform = stage("transform", this::transform);
        Thread load = stage("load", this::load);
        extract.join();
        transform.join();
        load.join();
        synchronized (this) {
            if (failure != null) {
                return "failed: " + failure;
            }
        }
        written += sink.size();
        return read + " read, " + written + " written, " + warnings + " warnings";
    }

    private interface Body {
        void run() throws InterruptedException;
    }

    private Thread stage(String name, Body body) {
        Thread t = new Thread(() -> {
            try {
                body.run();
            } catch (Throwable e) {
                synchronized (this) {
                    if (failure == null) {
                        failure = e;
                    }
                }
            }
        }, name);
        t.start();
        return t;
    }

    private void extract() throws InterruptedException {
        for (String line : source) {
            Row row = new Row();
            int n = 0;
            for (String cell : line.split(",")) {
                row.set("c" + n++, cell);
            }
            read++;
            extracted.put(row);
        }
        extracted.put(END);
    }

    private void transform() throws InterruptedException {
        Row row;
        while ((row = extracted.take()) != END) {
            String c0 = row.get("c0");
            if (c0 == null || c0.isBlank()) {
                row.warn("no key");
                row.set("c0", "?");
            } else {
                row.set("c0", c0.trim());
            }
            warnings += row.warningCount();
            transformed.put(row);
        }
        transformed.put(END);
    }

    private void load() throws InterruptedException {
        while (true) {
            Row row = transformed.poll(1, TimeUnit.MINUTES);
            if (row == null) {
                throw new IllegalStateException("no data");
            }
            if (row == END) {
                return;
            }
            sink.add(row.get("c0"));
            row.touched++;
        }
    }
}
