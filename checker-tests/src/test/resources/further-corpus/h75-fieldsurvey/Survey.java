package fieldsurvey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.function.IntToDoubleFunction;

/** Measures a field with a few threads which work in phases. */
public class Survey {

    private final IntToDoubleFunction sensor;
    private final double[] current;
    private final double[] previous;
    private final int workers;
    private int iterations;
    private double residual = Double.MAX_VALUE;
    private Map<String, Integer> settings = new HashMap<>();

    public Survey(IntToDoubleFunction sensor, int size, int workers) {
        this.sensor = sensor;
        this.current = new double[size];
        this.previous = new double[size];
        this.workers = workers;
        for (int i = 0; i < size; i++) {
            current[i] = sensor.applyAsDouble(i);
        }
        settings.put("maxIterations", 100);
    }

    public double relax() throws InterruptedException {
        settings.merge("runs", 1, Integer::sum);
        final int max = settings.get("maxIterations");
        final double[] deltas = new double[workers];
        final CyclicBarrier copyDone = new CyclicBarrier(workers);
        final CyclicBarrier stepDone = new CyclicBarrier(workers, () -> {
            double worst = 0;
            for (double d : deltas) {
                worst = Math.max(worst, d);
            }
            residual = worst;
            iterations++;
        });
        List<Thread> threads = new ArrayList<>();
        for (int w = 0; w < workers; w++) {
            final int me = w;
            Thread t = new Thread(() -> {
                try {
                    for (int k = 0; k < max && residual > 1e-6; k++) {
                        for (int i = me; i < current.length; i += workers) {
                            previous[i] = current[i];
                        }
                        copyDone.await();
                        deltas[me] = 0;
                        for (int i = me; i < current.length; i += workers) {
                            double left = i == 0 ? previous[i] : previous[i - 1];
                            double right = i == previous.length - 1 ? previous[i] : previous[i + 1];
                            current[i] += 0.25 * (left + right - 2 * previous[i]);
                            deltas[me] = Math.max(deltas[me], Math.abs(current[i] - previous[i]));
                        }
                        stepDone.await();
                    }
                } catch (Exception e) {
                    Thread.currentThread().interrupt();
                }
            }, "relax-" + w);
            threads.add(t);
            t.start();
        }
        for (Thread t : threads) {
            t.join();
        }
        return residual;
    }

    /** Fills one buffer while the other one is being summed. */
    public double stream(int rounds, int size) throws InterruptedException {
        Exchanger<double[]> exchanger = new Exchanger<>();
        double[] sum = {0};
        Thread consumer = new Thread(() -> {
            double[] buffer = new double[size];
            try {
                for (int r = 0; r < rounds; r++) {
                    buffer = exchanger.exchange(buffer);
                    for (double d : buffer) {
                        sum[0] += d;
                    }
                    Arrays.fill(buffer, 0);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        consumer.start();
        double[] mine = new double[size];
        for (int r = 0; r < rounds; r++) {
            for (int i = 0; i < size; i++) {
                mine[i] += sensor.applyAsDouble(i) + r;
            }
            mine = exchanger.exchange(mine);
        }
        consumer.join();
        sum[0] /= Math.max(1, rounds * size);
        return sum[0];
    }

    public int iterations() {
        return iterations;
    }
}
