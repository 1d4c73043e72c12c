package org.regatta.timing;

import java.util.ArrayList;
import java.util.List;

/** The judge prepares, the crews row, the judge counts again. */
class BoatRace {
  private final List<String> results = new ArrayList<>();
  private int falseStarts;
  private int finished;
  private int penalties;
  private int buoys;

  /** Before start and after join the thread is alone. */
  int timeTrial(String crew) throws InterruptedException {
    falseStarts++;
    results.add("start " + crew);
    Thread boat =
        new Thread(
            () -> {
              finished++;
              falseStarts += crew.isEmpty() ? 1 : 0;
              results.add("finish " + crew);
            });
    boat.start();
    boat.join();
    finished++;
    results.add("protest time over");
    return finished + falseStarts;
  }

  /** The judge goes on counting while the crew rows. */
  int harbourRun(String crew) throws InterruptedException {
    Thread boat = new Thread(() -> penalties += crew.length()); // RACE rmw #1
    boat.start();
    penalties++; // RACE rmw #1
    boat.join();
    return penalties;
  }

  /** Both are joined, but only after both were started. */
  int duel(String left, String right) throws InterruptedException {
    Thread first = new Thread(() -> touch(left));
    Thread second = new Thread(() -> touch(right));
    first.start();
    second.start();
    first.join();
    second.join();
    buoys *= 2;
    return buoys;
  }

  private void touch(String crew) {
    if (!crew.isBlank()) {
      buoys++; // RACE rmw
    }
  }

  static int regatta() throws InterruptedException {
    BoatRace race = new BoatRace();
    int sum = race.timeTrial("Cygnet") + race.harbourRun("Heron");
    return sum + race.duel("Tern", "Gull");
  }
}

/** One after the other: each is joined before the next is started. */
class TowRace {
  private int locks;
  private final StringBuilder log = new StringBuilder();

  int tow(List<String> boats) throws InterruptedException {
    for (String boat : boats) {
      Thread tug =
          new Thread(
              () -> {
                locks++;
                log.append(boat).append(' ');
              });
      tug.start();
      tug.join();
      locks = locks + 1;
    }
    return locks;
  }
}
