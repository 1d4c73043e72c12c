package fetch.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;

/** Fetches a file with several range requests at once. */
public class Download {
    private final URL url;
    private final long length;
    private long received;
    private int finished;
    private String error;
    private final List<Chunk> chunks = new ArrayList<Chunk>();

    public Download(URL url, long length, int parts) {
        this.url = url;
        this.length = length;
        long size = length / parts;
        for (int i = 0; i < parts; i++) {
            chunks.add(new Chunk(i * size, i == parts - 1 ? length : (i + 1) * size));
        }
    }

    public void start() {
        for (Chunk c : chunks) {
            new Thread(c, "chunk@" + c.from).start();
        }
    }

    public int percent() {
        return (int) (100 * received / length);
    }

    public synchronized boolean complete() {
        return finished == chunks.size();
    }

    public synchronized String error() {
        return error;
    }

    private synchronized void chunkDone() {
        if (++finished == chunks.size()) {
            notifyAll();
        }
    }

    private class Chunk implements Runnable {
        private final long from;
        private final long to;
        private long position;
        private int retries;

        Chunk(long from, long to) {
            this.from = from;
            this.to = to;
            this.position = from;
        }

        public void run() {
            while (position < to && retries < 5) {
                try {
                    transfer();
                } catch (IOException e) {
                    retries++;
                    if (retries == 5) {
                        synchronized (Download.this) {
                            if (error == null) {
                                error = e.getMessage();
                            }
                        }
                    }
                }
            }
            chunkDone();
        }

        private void transfer() throws IOException {
            byte[] buf = new byte[16384];
            try (InputStream in = url.openStream();
                    RandomAccessFile out = new RandomAccessFile("part", "rw")) {
                in.skip(position);
                out.seek(position);
                int n;
                while (position < to && (n = in.read(buf)) > 0) {
                    out.write(buf, 0, n);
                    position += n;
                    received += n; // RACE rmw
                }
            }
        }
    }
}
