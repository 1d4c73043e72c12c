package logging;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.text.SimpleDateFormat;
import java.util.Date;

/** Appender that starts a new file when the current one has become too large. */
public class RollingFileAppender extends Appender {

    private final Path file;
    private final long maxBytes;
    private final SimpleDateFormat suffix = new SimpleDateFormat("yyyyMMdd-HHmmss");
    private int generation;

    public RollingFileAppender(Path file, long maxBytes) {
        this.file = file;
        this.maxBytes = maxBytes;
    }

    @Override
    protected OutputStream open() throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Override
    protected void afterWrite() throws IOException {
        if (written >= maxBytes) {
            roll();
        }
    }

    private void roll() throws IOException {
        out.close();
        Path target = file.resolveSibling(file.getFileName() + "." + suffix.format(new Date()) + "." + generation++);
        Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        out = open();
        written = 0;
    }

    /** Rolls on demand, e.g. by the operator's console. */
    public synchronized void rollNow() {
        try {
            if (out == null) {
                out = open();
            }
            roll();
        } catch (IOException e) {
            error(e);
        }
    }
}
