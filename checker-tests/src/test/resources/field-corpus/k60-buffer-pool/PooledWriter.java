package k60;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Encoders wait in a queue; who takes one owns it until it is put back. */
public class PooledWriter {

    static final class Encoder {
        private byte[] buf = new byte[256];
        private int count;
        private int uses;
        private long checksum;

        void begin() {
            count = 0;
            checksum = 0;
            uses++;
        }

        void writeInt(int v) {
            if (count + 4 > buf.length) {
                byte[] bigger = new byte[buf.length * 2];
                System.arraycopy(buf, 0, bigger, 0, count);
                buf = bigger;
            }
            for (int s = 24; s >= 0; s -= 8) {
                buf[count++] = (byte) (v >> s);
            }
            checksum = checksum * 31 + v;
        }

        byte[] finish() {
            byte[] out = new byte[count];
            System.arraycopy(buf, 0, out, 0, count);
            return out;
        }
    }

    private final BlockingQueue<Encoder> pool = new ArrayBlockingQueue<>(8);
    private final ExecutorService senders = Executors.newFixedThreadPool(16);
    private final Consumer<byte[]> wire;

    public PooledWriter(Consumer<byte[]> wire) {
        this.wire = wire;
        for (int i = 0; i < 8; i++) {
            pool.add(new Encoder());
        }
    }

    public void send(int[] values) {
        senders.execute(() -> {
            Encoder e = null;
            try {
                e = pool.take();
                e.begin();
                for (int v : values) {
                    e.writeInt(v);
                }
                wire.accept(e.finish());
            } catch (InterruptedException x) {
                Thread.currentThread().interrupt();
            } finally {
                if (e != null) {
                    pool.offer(e);
                }
            }
        });
    }
}
