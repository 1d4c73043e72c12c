package org.example.log4j;

import java.io.IOException;
import java.io.Writer;

/** Appends to a writer and rolls over when it has grown enough. Attached to several categories. */
public class Appender {

    /** Formats events; one layout object may serve more than one appender. */
    public static class Layout {
        private final StringBuilder sbuf = new StringBuilder(256);
        private final String prefix;

        public Layout(String prefix) {
            this.prefix = prefix;
        }

        public String format(String category, String message) {
            sbuf.setLength(0); // RACE unsafe-collection #3
            sbuf.append(prefix).append(category); // RACE unsafe-collection #3
            sbuf.append(" - ").append(message); // RACE unsafe-collection #3
            return sbuf.toString();
        }
    }

    private final Layout layout;
    private final Writer qw;
    private long count;
    private int backups;
    private int errors;
    private boolean closed;

    public Appender(Layout layout, Writer qw) {
        this.layout = layout;
        this.qw = qw;
    }

    public synchronized void doAppend(String category, String message) {
        if (closed) {
            return;
        }
        subAppend(layout.format(category, message));
    }

    protected void subAppend(String line) {
        try {
            qw.write(line);
            count += line.length();
            if (count > 10 * 1024 * 1024) {
                rollOver();
            }
        } catch (IOException e) {
            errors++;
        }
    }

    private void rollOver() throws IOException {
        qw.flush();
        backups++;
        count = 0;
    }

    public synchronized void close() throws IOException {
        if (!closed) {
            closed = true;
            qw.write("closed after " + backups + " backups, " + errors + " errors");
            qw.close();
        }
    }
}
