package logging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.SimpleDateFormat;
import java.util.Date;

/** Appender for audit records; numbers and stamps every line. */
public class AuditAppender extends Appender {

    private final SimpleDateFormat stamp = new SimpleDateFormat("yyyy-MM-dd'T'HH:mm:ss.SSS");
    private long line;

    @Override
    protected OutputStream open() {
        return new ByteArrayOutputStream(4096);
    }

    @Override
    public void append(String logger, String message) {
        String time = stamp.format(new Date()); // RACE unsafe-collection #1
        super.append(logger, ++line + " " + time + " " + message); // RACE rmw #2
    }

    @Override
    protected void afterWrite() throws IOException {
        if (written > 1 << 20) {
            out.flush();
            written = 0;
        }
    }

    public synchronized String contents() {
        return out == null ? "" : ((ByteArrayOutputStream) out).toString(StandardCharsets.UTF_8);
    }
}
