package org.timberlog;

import java.io.File;
import java.io.FileWriter;
import java.io.IOException;
import java.io.Writer;

/** Writes to a file, and to the next when it has become too big. */
public class RollingAppender extends AppenderSkeleton {

    private final File base;
    private final long maxSize;
    private Writer out;
    private long written;
    private long nextRollover;
    private int index;
    private int errors;
    private final StringBuilder line = new StringBuilder(256);
    private final CountingFilter filter = new CountingFilter();

    public RollingAppender(File base, long maxSize) {
        this.base = base;
        this.maxSize = maxSize;
        addFilter(filter);
    }

    protected void append(int level, String message) {
        line.setLength(0);
        line.append(level).append(' ').append(message).append('\n');
        try {
            if (out == null) {
                out = new FileWriter(base, true);
                written = base.length();
            }
            if (written + line.length() > maxSize && written >= nextRollover) {
                rollOver();
            }
            out.append(line);
            written += line.length();
        } catch (IOException e) {
            if (errors++ == 0) {
                System.err.println("cannot write to " + base + ": " + e);
            }
        }
    }

    private void rollOver() throws IOException {
        out.close();
        index++;
        File target = new File(base.getParentFile(), base.getName() + '.' + index);
        if (base.renameTo(target)) {
            nextRollover = 0;
            written = 0;
        } else {
            nextRollover = written + maxSize;
        }
        out = new FileWriter(base, true);
    }

    protected void onClose() {
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException e) {
            errors++;
        }
    }

    private static final class CountingFilter implements Filter {
        private int repeated;
        private String last;

        public boolean accepts(int level, String message) {
            if (message.equals(last)) {
                repeated++;
                return repeated < 100;
            }
            last = message;
            repeated = 0;
            return true;
        }
    }
}
