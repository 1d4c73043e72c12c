package hw.serial;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** The port is a token in a queue of one; who holds it may talk and change the statistics. */
public final class SerialPort {
    static final class Line {
        long sent;
        long received;
        int errors;
        byte checksum;
    }

    private final BlockingQueue<Line> token = new ArrayBlockingQueue<>(1);
    private final BlockingQueue<Object> mutex = new ArrayBlockingQueue<>(1);
    private int timeouts;
    private int sessions;

    public SerialPort() {
        token.add(new Line());
        mutex.add(new Object());
    }

    public boolean send(byte[] data) throws InterruptedException {
        Line line = token.poll(100, TimeUnit.MILLISECONDS);
        if (line == null) {
            timeouts++; // RACE rmw
            return false;
        }
        try {
            for (byte b : data) {
                line.checksum ^= b;
                line.sent++;
            }
            if (data.length > 255) {
                line.errors++;
                return false;
            }
            line.received += 2;
            return true;
        } finally {
            token.add(line);
        }
    }

    public int session(Runnable body) throws InterruptedException {
        Object t = mutex.take();
        try {
            sessions++;
            body.run();
            return sessions;
        } finally {
            mutex.put(t);
        }
    }

    public int timeouts() {
        return timeouts;
    }

    static void chatter(SerialPort port, int threads) {
        for (int i = 0; i < threads; i++) {
            new Thread(() -> {
                try {
                    while (port.send(new byte[] {1, 2, 3})) {
                        Thread.sleep(1);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }).start();
        }
    }
}
