package r24sensorexchange;

import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;

/** Sampler fills a buffer while the uploader empties the other one. */
public class SensorBuffers {

    static final class Buffer {
        final int[] values = new int[512];
        int size;
        long checksum;
        int generations;

        boolean add(int v) {
            values[size++] = v;
            checksum += v;
            return size == values.length;
        }

        void reset() {
            size = 0;
            checksum = 0;
            generations++;
        }
    }

    public interface Uplink {
        void send(int[] values, int size, long checksum);
    }

    private final Exchanger<Buffer> exchanger = new Exchanger<>();
    private final IntSupplier sensor;
    private final Uplink uplink;
    private int missed;
    private int uploads;

    public SensorBuffers(IntSupplier sensor, Uplink uplink) {
        this.sensor = sensor;
        this.uplink = uplink;
    }

    public Thread[] start() {
        Thread[] threads = {new Thread(this::sample, "sampler"), new Thread(this::upload, "uploader")};
        for (Thread t : threads) {
            t.setDaemon(true);
            t.start();
        }
        return threads;
    }

    private void sample() {
        Buffer mine = new Buffer();
        try {
            while (true) {
                if (mine.add(sensor.getAsInt())) {
                    try {
                        mine = exchanger.exchange(mine, 1, TimeUnit.SECONDS);
                    } catch (TimeoutException e) {
                        missed++;
                        mine.reset();
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void upload() {
        Buffer mine = new Buffer();
        try {
            while (true) {
                mine = exchanger.exchange(mine);
                uplink.send(mine.values, mine.size, mine.checksum);
                mine.reset();
                uploads++;
            }
        } catch (InterruptedException e) {
            System.err.println("uploads: " + uploads);
        }
    }
}
