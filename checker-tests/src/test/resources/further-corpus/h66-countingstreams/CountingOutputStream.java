package countingstreams;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Counts the bytes which pass. Like other streams it is meant to be used by one thread. */
public class CountingOutputStream extends FilterOutputStream {

    private long count;
    private long mark = -1;
    private boolean closed;

    public CountingOutputStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        count++;
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
        out.write(b, off, len);
        count += len;
    }

    public void mark() {
        mark = count;
    }

    public long sinceMark() {
        return mark < 0 ? count : count - mark;
    }

    public long getCount() {
        return count;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            super.close();
        }
    }
}
