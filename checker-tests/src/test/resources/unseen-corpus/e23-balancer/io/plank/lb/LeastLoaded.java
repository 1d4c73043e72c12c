package io.plank.lb;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

public class LeastLoaded implements Balancer {
  @Override
  public Upstream pick(List<Upstream> all) {
    Upstream a = all.get(ThreadLocalRandom.current().nextInt(all.size()));
    Upstream b = all.get(ThreadLocalRandom.current().nextInt(all.size()));
    Upstream chosen = a.inFlight() <= b.inFlight() ? a : b;
    chosen.begin();
    return chosen;
  }
}
