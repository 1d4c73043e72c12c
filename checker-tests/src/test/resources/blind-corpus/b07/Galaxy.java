package sci.grid.heat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Phaser;

/** Bodies are moved in parallel, in two phases per step. */
final class Galaxy {
  static final class Body {
    double x;
    double v;
    double force;
    int collisions;
  }

  private final Body[] bodies;
  private final Phaser phaser = new Phaser(1);
  private double energy;
  private int finished;
  private int hits;

  Galaxy(int n) {
    bodies = new Body[n];
    for (int i = 0; i < n; i++) {
      bodies[i] = new Body();
      bodies[i].x += i;
    }
  }

  void run(ExecutorService pool, int steps) {
    for (int i = 0; i < bodies.length; i++) {
      int mine = i;
      phaser.register();
      pool.execute(() -> {
        for (int s = 0; s < steps; s++) {
          attract(mine);
          phaser.arriveAndAwaitAdvance();
          Body b = bodies[mine];
          b.v += b.force;
          b.x += b.v;
          b.force = 0;
          if (mine == 0) {
            finished++;
          }
          phaser.arriveAndAwaitAdvance();
        }
        phaser.arriveAndDeregister();
      });
    }
    phaser.arriveAndDeregister();
  }

  private void attract(int mine) {
    Body b = bodies[mine];
    for (Body o : bodies) {
      double d = o.x - b.x;
      if (d != 0) {
        b.force += Math.signum(d) / (d * d);
        if (Math.abs(d) < 1e-3) {
          o.collisions++; // RACE rmw
          hits++; // RACE rmw
        }
      }
    }
  }

  double energy(ExecutorService pool) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(2);
    double[] half = new double[2];
    for (int h = 0; h < 2; h++) {
      int me = h;
      pool.execute(() -> {
        for (int i = me; i < bodies.length; i += 2) {
          half[me] += bodies[i].v * bodies[i].v;
        }
        done.countDown();
      });
    }
    done.await();
    energy = half[0];
    energy += half[1];
    return energy;
  }

  int steps() {
    return finished;
  }
}
