package io.plank.lb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

public class SmoothWeighted implements Balancer {
  private final Map<Upstream, int[]> current = new HashMap<>();

  @Override
  public synchronized Upstream pick(List<Upstream> all) {
    int total = 0;
    Upstream best = null;
    int bestWeight = Integer.MIN_VALUE;
    for (Upstream u : all) {
      int[] w = current.computeIfAbsent(u, k -> new int[1]);
      w[0] += u.weight();
      total += u.weight();
      if (w[0] > bestWeight) {
        bestWeight = w[0];
        best = u;
      }
    }
    if (best != null) {
      current.get(best)[0] -= total;
    }
    return best;
  }
}
