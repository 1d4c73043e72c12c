package countingstreams;

import java.io.IOException;
import java.io.OutputStream;

/** Lets several threads write whole records to one stream. */
public class SharedOutputStream {

    private final CountingOutputStream out;
    private final Object lock;
    private int records;
    private boolean broken;

    public SharedOutputStream(OutputStream out) {
        this.out = new CountingOutputStream(out);
        this.lock = this.out;
    }

    public long write(byte[] record) throws IOException {
        synchronized (lock) {
            if (broken) {
                throw new IOException("stream is broken");
            }
            long start = out.getCount();
            boolean ok = false;
            try {
                out.write(record, 0, record.length);
                records++;
                ok = true;
            } finally {
                if (!ok) {
                    broken = true;
                }
            }
            return start;
        }
    }

    public RecordBuilder record() {
        return new RecordBuilder();
    }

    public long bytes() {
        synchronized (lock) {
            return out.getCount();
        }
    }

    public int records() {
        synchronized (lock) {
            return records;
        }
    }

    /** Builds a record for the calling thread and writes it. */
    public final class RecordBuilder {
        private byte[] data = new byte[32];
        private int length;

        public RecordBuilder put(int b) {
            if (length == data.length) {
                data = java.util.Arrays.copyOf(data, length * 2);
            }
            data[length++] = (byte) b;
            return this;
        }

        public RecordBuilder put(byte[] bytes) {
            for (byte b : bytes) {
                put(b);
            }
            return this;
        }

        public long write() throws IOException {
            long at = SharedOutputStream.this.write(java.util.Arrays.copyOf(data, length));
            length = 0;
            return at;
        }
    }
}
