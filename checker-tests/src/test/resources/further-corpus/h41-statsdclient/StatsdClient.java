package statsdclient;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Sends counters and gauges in packets. May be used by any thread. */
public class StatsdClient implements AutoCloseable {

    private final Guard guard = new Guard();
    private final Consumer<byte[]> socket;
    private final StringBuilder packet = new StringBuilder();
    private final Map<String, Double> gauges = new HashMap<>();
    private int lines;
    private long dropped;
    private boolean closed;

    /** A lock one cannot forget to release. */
    private static final class Guard implements AutoCloseable {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition flushed = lock.newCondition();

        Guard enter() {
            lock.lock();
            return this;
        }

        <T> T call(Callable<T> body) {
            lock.lock();
            try {
                return body.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            } finally {
                lock.unlock();
            }
        }

        void run(Runnable body) {
            call(() -> {
                body.run();
                return null;
            });
        }

        @Override
        public void close() {
            lock.unlock();
        }
    }

    public StatsdClient(Consumer<byte[]> socket) {
        this.socket = socket;
    }

    public void count(String name, long delta) {
        guard.run(() -> append(name + ":" + delta + "|c"));
    }

    public void gauge(String name, double value) {
        try (Guard g = guard.enter()) {
            Double old = gauges.get(name);
            if (old == null || old != value) {
                gauges.put(name, value);
                append(name + ":" + value + "|g");
            }
        }
    }

    public double adjust(String name, double by) {
        return guard.call(() -> {
            double now = gauges.getOrDefault(name, 0.0) + by;
            gauges.put(name, now);
            append(name + ":" + now + "|g");
            return now;
        });
    }

    private void append(String line) {
        if (closed) {
            dropped++;
            return;
        }
        if (packet.length() + line.length() > 1400) {
            send();
        }
        packet.append(line).append('\n');
        lines++;
    }

    private void send() {
        if (lines == 0) {
            return;
        }
        socket.accept(packet.toString().getBytes(StandardCharsets.UTF_8));
        packet.setLength(0);
        lines = 0;
        guard.flushed.signalAll();
    }

    public void flush() {
        guard.run(this::send);
    }

    public boolean awaitFlush(long millis) throws InterruptedException {
        try (Guard g = guard.enter()) {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (lines > 0) {
                if (left <= 0) {
                    return false;
                }
                left = g.flushed.awaitNanos(left);
            }
            return true;
        }
    }

    public long dropped() {
        return guard.call(() -> dropped);
    }

    @Override
    public void close() {
        guard.run(() -> {
            if (!closed) {
                send();
                closed = true;
            }
        });
    }
}
