package r17pricingrounds;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ThreadLocalRandom;

/** Monte Carlo of the dynamic prices: every worker owns a slice, rounds are separated by a barrier. */
public class PricingRounds {

    private final double[] price;
    private final double[] demand;
    private final CyclicBarrier barrier;
    private final int workers;
    private final int rounds;
    private double market = 1.0;
    private int round;
    private int stable;

    public PricingRounds(int goods, int workers, int rounds) {
        this.price = new double[goods];
        this.demand = new double[goods];
        this.workers = workers;
        this.rounds = rounds;
        this.barrier = new CyclicBarrier(workers, this::endOfRound);
    }

    private void endOfRound() {
        double sum = 0;
        for (double d : demand) {
            sum += d;
        }
        double before = market;
        market += (sum / demand.length - 1) * 0.1;
        if (Math.abs(before - market) < 1e-6) {
            stable++;
        }
        round++;
    }

    public double run() throws InterruptedException {
        Thread[] threads = new Thread[workers];
        for (int w = 0; w < workers; w++) {
            int from = w * price.length / workers;
            int to = (w + 1) * price.length / workers;
            threads[w] = new Thread(() -> work(from, to), "pricing-" + w);
            threads[w].start();
        }
        for (Thread t : threads) {
            t.join();
        }
        return stable > 0 ? market : Double.NaN;
    }

    private void work(int from, int to) {
        try {
            while (round < rounds && stable < 3) {
                for (int i = from; i < to; i++) {
                    demand[i] *= 0.5;
                    demand[i] += ThreadLocalRandom.current().nextDouble(market);
                    price[i] += demand[i] - market;
                }
                barrier.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
