package importjobs;

import java.util.ArrayList;
import java.util.List;

/**
 * A job of the importer. It is filled by the thread that creates it, passes through the queue and is
 * worked on by the worker that has taken it.
 */
final class ImportJob {

    private final long id;
    private final List<String> rows = new ArrayList<>();
    private final StringBuilder log = new StringBuilder();
    private int attempts;
    private int processed;

    ImportJob(long id) {
        this.id = id;
    }

    void addRow(String row) {
        rows.add(row);
    }

    void process(RowHandler handler) throws Exception {
        attempts++;
        log.append("attempt ").append(attempts).append('\n');
        while (processed < rows.size()) {
            handler.handle(rows.get(processed));
            processed++;
        }
    }

    long id() {
        return id;
    }

    int attempts() {
        return attempts;
    }

    String log() {
        return log.toString();
    }

    /** Handles a row. */
    interface RowHandler {
        void handle(String row) throws Exception;
    }
}
