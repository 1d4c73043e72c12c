package logging;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Base of appenders. {@link #append} is called by every thread of the application that logs. */
public abstract class Appender {

    protected OutputStream out;
    protected long written;
    private int errors;
    private volatile Layout layout = Layout.PLAIN;

    protected abstract OutputStream open() throws IOException;

    public synchronized void append(String logger, String message) {
        try {
            if (out == null) {
                out = open();
            }
            byte[] bytes = layout.format(logger, message).getBytes(StandardCharsets.UTF_8);
            out.write(bytes);
            written += bytes.length;
            afterWrite();
        } catch (IOException e) {
            error(e);
        }
    }

    /** Hook; runs with the monitor of the appender. */
    protected void afterWrite() throws IOException {
    }

    protected final void error(IOException e) {
        errors++;
        if (errors == 1) {
            System.err.println("appender failed: " + e);
        }
    }

    public void setLayout(Layout layout) {
        this.layout = Objects.requireNonNull(layout);
    }

    public synchronized void close() {
        if (out != null) {
            try {
                out.close();
            } catch (IOException e) {
                error(e);
            }
            out = null;
        }
    }

    public synchronized int errors() {
        return errors;
    }

    /** Formats a message. */
    public interface Layout {
        Layout PLAIN = (l, m) -> l + ": " + m + "\n";

        String format(String logger, String message);
    }
}
