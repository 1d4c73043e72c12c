package reco;

import java.util.List;
import java.util.concurrent.Phaser;

/** Trains in epochs; the shards of an epoch run on threads of their own. */
public class Trainer {
  private final Model model;
  private final List<int[]> shards;

  public Trainer(Model model, List<int[]> shards) {
    this.model = model;
    this.shards = shards;
  }

  public void train(int epochs) {
    Phaser phaser = new Phaser(1) {
      @Override
      protected boolean onAdvance(int phase, int parties) {
        model.endEpoch();
        return phase + 1 >= epochs || parties == 0;
      }
    };
    for (int[] shard : shards) {
      phaser.register();
      ShardWorker w = new ShardWorker(model, shard, phaser);
      new Thread(w).start();
    }
    phaser.arriveAndDeregister();
  }
}

class ShardWorker implements Runnable {
  private final Model model;
  private final int[] clicks;
  private final Phaser phaser;
  private int seen;

  ShardWorker(Model model, int[] clicks, Phaser phaser) {
    this.model = model;
    this.clicks = clicks;
    this.phaser = phaser;
  }

  @Override
  public void run() {
    do {
      for (int c : clicks) {
        seen++;
        model.observe(c);
      }
      model.loss(1.0 / seen);
    } while (phaser.arriveAndAwaitAdvance() >= 0);
  }
}
