package wine.terroir.harvest;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Pickers and presses work on the same slopes. */
class Harvest {
  private final Slope south = new Slope("south");
  private final Slope west = new Slope("west");
  private final Lock laboratory = new ReentrantLock();
  private int weather;

  void pickAll(ExecutorService pickers, int days) {
    for (int day = 0; day < days; day++) {
      int baskets = 10 + day;
      pickers.execute(() -> HarvestSteps.pick(south, baskets));
      pickers.execute(() -> HarvestSteps.pick(west, baskets));
      pickers.execute(() -> HarvestSteps.press(south, south.lock));
      pickers.execute(() -> HarvestSteps.press(west, west.lock));
    }
  }

  /** The laboratory brings a lock, the cellar takes the one of the slope. */
  void sampleAll(ExecutorService people) {
    people.execute(() -> HarvestSteps.sample(south, laboratory)); // RACE wrong-lock #1
    people.execute(() -> HarvestSteps.sample(south, south.lock));
  }

  void blendAll(ExecutorService cellar) {
    cellar.execute(() -> HarvestSteps.blend(south, west));
    cellar.execute(() -> HarvestSteps.blend(west, south));
  }

  void forecast(ExecutorService people, int stations) {
    for (int i = 0; i < stations; i++) {
      people.execute(() -> HarvestSteps.locked(laboratory, () -> weather++));
    }
  }

  static Harvest run(ExecutorService people) {
    Harvest harvest = new Harvest();
    harvest.pickAll(people, 20);
    harvest.sampleAll(people);
    harvest.blendAll(people);
    harvest.forecast(people, 5);
    return harvest;
  }
}
