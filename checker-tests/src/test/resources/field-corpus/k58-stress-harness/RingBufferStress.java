package k58;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicReference;

/** Hammers a ring with one producer and one consumer, as a test does. */
public class RingBufferStress {

    /** Single producer, single consumer. */
    static final class SpscRing {
        private final long[] slots = new long[1024];
        private volatile long head; // consumer writes
        private volatile long tail; // producer writes

        boolean offer(long v) {
            if (tail - head == slots.length) {
                return false;
            }
            slots[(int) (tail & 1023)] = v;
            tail++;
            return true;
        }

        long poll() {
            if (head == tail) {
                return -1;
            }
            long v = slots[(int) (head & 1023)];
            head++;
            return v;
        }
    }

    private long sent;
    private long received;
    private long sum;
    private int rounds;

    public void testNothingGetsLost() throws Exception {
        SpscRing ring = new SpscRing();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        CountDownLatch start = new CountDownLatch(1);
        Thread producer = new Thread(() -> {
            try {
                start.await();
                for (int i = 0; i < 1_000_000; i++) {
                    while (!ring.offer(i)) {
                        Thread.onSpinWait();
                    }
                    sent++;
                }
            } catch (Throwable t) {
                failure.compareAndSet(null, t);
            }
        });
        Thread consumer = new Thread(() -> {
            try {
                start.await();
                while (received < 1_000_000) {
                    long v = ring.poll();
                    if (v >= 0) {
                        received++;
                        sum += v;
                    }
                }
            } catch (Throwable t) {
                failure.compareAndSet(null, t);
            }
        });
        producer.start();
        consumer.start();
        start.countDown();
        producer.join();
        consumer.join();
        rounds++;
        if (failure.get() != null || sent != received || sum != 499_999_500_000L) {
            throw new AssertionError("sent " + sent + " received " + received, failure.get());
        }
    }

    public void testPhases() throws Exception {
        int n = 4;
        long[] partial = new long[n];
        long[] total = new long[1];
        CyclicBarrier barrier = new CyclicBarrier(n, () -> {
            for (int i = 0; i < n; i++) {
                total[0] += partial[i];
                partial[i] = 0;
            }
        });
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < n; t++) {
            final int me = t;
            Thread th = new Thread(() -> {
                try {
                    for (int phase = 0; phase < 10; phase++) {
                        for (int i = 0; i < 1000; i++) {
                            partial[me]++;
                        }
                        barrier.await();
                    }
                } catch (InterruptedException | BrokenBarrierException e) {
                    Thread.currentThread().interrupt();
                }
            });
            threads.add(th);
            th.start();
        }
        for (Thread th : threads) {
            th.join();
        }
        rounds++;
        if (total[0] != 40_000) {
            throw new AssertionError(total[0]);
        }
    }
}
