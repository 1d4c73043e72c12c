package io.plank.lb;

import java.util.List;

public class RoundRobin implements Balancer {
  private volatile int index;

  @Override
  public Upstream pick(List<Upstream> all) {
    index = (index + 1) % all.size(); // RACE atomic-compound
    return all.get(index % all.size());
  }
}
