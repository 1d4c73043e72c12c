package science.icefield.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Phaser;

/** Columns of ice, moved in steps; between two steps all meet at a barrier. */
class GlacierModel {
  private final double[] ice;
  private final double[] flow;
  private final CyclicBarrier barrier;
  private final List<Double> history = new ArrayList<>();
  private int steps;
  private int arrivals;

  GlacierModel(int columns) {
    ice = new double[columns];
    flow = new double[columns];
    barrier = new CyclicBarrier(columns, this::endOfStep);
  }

  /** The barrier action runs alone, while all the others wait. */
  private void endOfStep() {
    double sum = 0;
    for (int i = 0; i < ice.length; i++) {
      ice[i] += flow[i];
      flow[i] = 0;
      sum += ice[i];
    }
    history.add(sum);
    steps++;
  }

  /** Each thread writes its own column, and nobody else's. */
  private void column(int index, int rounds) {
    try {
      for (int round = 0; round < rounds; round++) {
        flow[index] += 0.01 * (index + 1);
        barrier.await();
        arrivals++; // RACE rmw
      }
    } catch (InterruptedException | BrokenBarrierException e) {
      Thread.currentThread().interrupt();
    }
  }

  void run(int rounds) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < ice.length; i++) {
      int index = i;
      Thread thread = new Thread(() -> column(index, rounds));
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    steps++;
    history.add((double) steps);
  }

  int arrivals() {
    return arrivals;
  }
}

/** The same with a phaser: onAdvance is run by the last one who arrives. */
class FirnModel {
  private final double[] snow;
  private double melted;
  private int seasons;
  private final Phaser phaser;

  FirnModel(int fields, int years) {
    snow = new double[fields];
    phaser =
        new Phaser(fields) {
          @Override
          protected boolean onAdvance(int phase, int parties) {
            seasons++;
            for (int i = 0; i < snow.length; i++) {
              melted += snow[i] / 4;
              snow[i] -= snow[i] / 4;
            }
            return phase >= years || parties == 0;
          }
        };
  }

  void run() {
    for (int i = 0; i < snow.length; i++) {
      int field = i;
      new Thread(
              () -> {
                while (!phaser.isTerminated()) {
                  snow[field] += 1.5;
                  phaser.arriveAndAwaitAdvance();
                }
              })
          .start();
    }
  }
}
