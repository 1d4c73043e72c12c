package connectionlimit;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/** Accepts connections in its own thread and hands them to the pollers. */
public class Acceptor<U> implements Runnable {

    public interface Endpoint<U> {
        U accept() throws Exception;

        void close(U socket);
    }

    private final Endpoint<U> endpoint;
    private final LimitLatch latch;
    private final BlockingQueue<U> accepted = new LinkedBlockingQueue<>();
    private final CountDownLatch stopLatch = new CountDownLatch(1);
    private volatile boolean stopCalled;
    private volatile long accepts;
    private int errorDelay;

    public Acceptor(Endpoint<U> endpoint, LimitLatch latch) {
        this.endpoint = endpoint;
        this.latch = latch;
    }

    @Override
    public void run() {
        try {
            while (!stopCalled) {
                latch.countUpOrAwait();
                U socket = null;
                try {
                    socket = endpoint.accept();
                } catch (Exception e) {
                    latch.countDown();
                    errorDelay = nextDelay(errorDelay);
                    Thread.sleep(errorDelay);
                    continue;
                }
                errorDelay = 0;
                accepts++;
                if (stopCalled) {
                    endpoint.close(socket);
                } else {
                    accepted.add(socket);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopLatch.countDown();
        }
    }

    private static int nextDelay(int current) {
        if (current == 0) {
            return 50;
        }
        return Math.min(current * 2, 1600);
    }

    public U next() throws InterruptedException {
        return accepted.take();
    }

    public long accepts() {
        return accepts;
    }

    public void stop() throws InterruptedException {
        stopCalled = true;
        latch.releaseAll();
        stopLatch.await();
    }
}
